import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FORMATS } from './ajv.ts';
import type { Validators } from './compile.ts';
import type { Description } from './description.ts';
import { isObject, member } from './json-value.ts';

/** The file with the description as JSON. */
export const CACHED_DESCRIPTION = 'description.json';

/** The module with the compiled schemas. */
export const CACHED_VALIDATORS = 'validators.cjs';

/** A description that was checked and compiled when the project was built. */
export interface Cached {
  readonly description: Description;
  readonly validators: Validators;
}

/** What the build left for the description of this hash; null where that is nothing, or of another one. */
export function readCache(folder: URL, sha256: string): Cached | null {
  try {
    const cached: unknown = JSON.parse(readFileSync(new URL(CACHED_DESCRIPTION, folder), 'utf8'));
    if (member(cached, 'sha256') !== sha256) return null;
    const module: unknown = createRequire(import.meta.url)(fileURLToPath(new URL(CACHED_VALIDATORS, folder)));
    if (!isModule(module) || module.sha256 !== sha256) return null;
    // The build checked it before it wrote it down under this hash.
    return {
      description: member(cached, 'description') as Description,
      validators: module.create(FORMATS),
    };
  } catch {
    // Not built, or half built: the source says the same, later.
    return null;
  }
}

/** The generated module: it is given the formats. */
interface CachedModule {
  readonly sha256: string;
  readonly create: (formats: typeof FORMATS) => Validators;
}

function isModule(value: unknown): value is CachedModule {
  return isObject(value) && typeof value['create'] === 'function';
}
