import { writeFileSync } from 'node:fs';
import { writeCache } from '../../../engine/contract/write-cache.ts';
import { operations } from '../operations.ts';
import { DESCRIPTION } from '../places.ts';
import { BUILT_SOURCES, makeSources } from '../sources.ts';

// Beside this file: it is run before the folder that it was built into is put in the place of dist/.
const folder = new URL('.', import.meta.url);
await writeCache(DESCRIPTION, operations, folder);
writeFileSync(new URL(BUILT_SOURCES, folder), JSON.stringify(await makeSources()));
