import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../settings/read.ts';
import { EMBEDDED_WALK, lengthOf } from './longest.ts';
import { rehearse } from './rehearse.ts';

const directory = fileURLToPath(new URL('.', EMBEDDED_WALK));
const unset = readSettings({ environment: {}, dotenv: null, directory, proxyFor: () => '', commandLine: {} });
mkdirSync(directory, { recursive: true });
writeFileSync(EMBEDDED_WALK, JSON.stringify(lengthOf(await rehearse(unset))));
