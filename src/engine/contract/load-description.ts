import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Cached, readCache } from './cache.ts';
import { checkDescription } from './check-description.ts';
import { compile } from './compile.ts';
import { ContractError } from './contract-error.ts';
import { CACHE } from './places.ts';

/** Where a description is taken from. */
export interface LoadOptions {
  /** The YAML file. */
  readonly file: URL;
  /** The folder of what the build left; null: everything is parsed, checked and compiled anew. */
  readonly cache?: URL | null;
}

/** A description, checked and compiled. */
export interface Loaded extends Cached {
  /** Lower-case hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** Reads the description; throws a ContractError where it cannot be used. */
export async function loadDescription({ file, cache = CACHE }: LoadOptions): Promise<Loaded> {
  const bytes = readBytes(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const cached = cache === null ? null : readCache(cache, sha256);
  if (cached !== null) return { ...cached, sha256 };
  const description = await checkDescription(bytes.toString('utf8'));
  return { description, validators: compile(description).validators, sha256 };
}

function readBytes(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const name = file.pathname.split('/').slice(-2).join('/');
    const reason = error instanceof Error && 'code' in error ? ` (\`${error.code}\`)` : '';
    throw new ContractError(`The description \`${name}\` cannot be read${reason}.`);
  }
}
