import { rehearse } from '../../src/app/run/rehearse.ts';
import { unsetSettings } from '../../src/app/settings/read.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { lengthsOf } from '../../src/trials/walk-lengths.ts';

/** How long the walk is against an endpoint that conforms. */
export const LENGTHS = lengthsOf((await rehearse(unsetSettings(process.cwd()), pluginsRun)).evidence);
