import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { unsetSettings } from '../settings/read.ts';
import { lengthOf } from './longest.ts';
import { rehearse } from './rehearse.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));
// Beside this file: it is run before the folder that it was built into is put in the place of dist/.
writeFileSync(
  new URL(pluginsRun.builtWalk, import.meta.url),
  JSON.stringify(lengthOf(await rehearse(unsetSettings(directory), pluginsRun))),
);
