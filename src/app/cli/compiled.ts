import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';

/** Where the build left what both runners load, as one CommonJS file. */
export const BOTH_RUNNERS = fileURLToPath(new URL('dist/run/both-runners.cjs', PACKAGE_ROOT));

/** A module that was loaded, and what it was compiled to. */
export interface Compiled {
  readonly loaded: typeof import('../run/both-runners.ts');
  /** Whether it was compiled already. */
  readonly isCached: boolean;
  /** What the engine has compiled of it so far, as it is kept. */
  readonly cache: () => Buffer;
}

/** Where the build keeps what the engine made of a file while it ran once. */
export function codeCacheOf(file: string): string {
  return `${file}.cache`;
}

/**
 * Loads a run as the engine compiled it when it was built: to compile it anew takes a tenth of one without Playwright.
 * Where the cache is missing, or is another engine's, that is what happens. Throws where the file itself is missing.
 */
export function loadCompiled(file = BOTH_RUNNERS): Compiled {
  const source = readFileSync(file, 'utf8');
  const cachedData = readCache(file, source);
  const script = new Script(source, {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
  });
  const module: { exports: unknown } = { exports: {} };
  const importHere = (name: string) => import(name);
  script.runInThisContext()(module.exports, createRequire(file), module, file, importHere);
  // The build made it from that file.
  const loaded = module.exports as Compiled['loaded'];
  const cache = () => {
    const code = script.createCachedData();
    return Buffer.concat([sumOf(source, code), code]);
  };
  return { loaded, isCached: script.cachedDataRejected === false, cache };
}

/** What was made of a source; null where that is missing or not whole, which would end the process. */
function readCache(file: string, source: string): Buffer | null {
  try {
    const cache = readFileSync(codeCacheOf(file));
    const code = cache.subarray(SUM_BYTES);
    return sumOf(source, code).equals(cache.subarray(0, SUM_BYTES)) ? code : null;
  } catch {
    return null;
  }
}

/** The length of a SHA-256. */
const SUM_BYTES = 32;

function sumOf(source: string, code: Buffer): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}
