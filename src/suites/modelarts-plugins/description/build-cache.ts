import { writeCache } from '../../../engine/contract/write-cache.ts';
import { operations } from '../operations.ts';
import { DESCRIPTION } from '../places.ts';

// Beside this file: it is run before the folder that it was built into is put in the place of dist/.
await writeCache(DESCRIPTION, operations, new URL('.', import.meta.url));
