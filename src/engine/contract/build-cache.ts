import { writeCache } from './write-cache.ts';

// Beside this file: it is run before the folder that it was built into is put in the place of dist/.
await writeCache(new URL('.', import.meta.url));
