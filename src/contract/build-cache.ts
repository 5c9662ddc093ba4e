import { CACHE } from './places.ts';
import { writeCache } from './write-cache.ts';

await writeCache(CACHE);
