import { lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isTransformCacheSet, setTransformCache, userCaches } from '../settings/cache-places.ts';

/** Ours, and what Playwright made of our sources and its own in it. */
const FOLDERS = ['modelarts-plugin-conformance', 'playwright'] as const;

/** The rights of all but the owner. */
const OF_OTHERS = 0o077;

/** Whoever may write into such a folder may replace what is in it, unless that is his own alone. */
const WRITABLE_BY_ALL = 0o002;
const STICKY = 0o1000;

/**
 * Gives Playwright a folder of this user's own for the code that it has transformed: it runs what it finds there, and
 * its own choice is a name in the system's temporary folder that any user of the machine can take first. It is kept, for
 * to transform all anew costs half a second; where none can be trusted, or made, this run has one that goes with it.
 */
export function useOwnTransformCache(say: (sentence: string) => void): void {
  // In Windows the temporary folder is the user's own.
  if (isTransformCacheSet() || process.geteuid === undefined) return;
  const user = process.geteuid();
  const base = userCaches();
  const found = base === null ? null : ownFolder(base, user);
  if (typeof found === 'string') {
    setTransformCache(found);
    return;
  }
  if (found !== null) {
    say(
      `Playwright would run what is in \`${found.path}\`, which ${found.why}, so this run has a cache of its own; right would be a folder of this user's with the mode 0700.`,
    );
  }
  const fresh = mkdtempSync(join(tmpdir(), `${FOLDERS[0]}.`));
  setTransformCache(fresh);
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));
}

/** What keeps a folder from being trusted, in words that follow "which". */
interface Untrusted {
  readonly path: string;
  readonly why: string;
}

/** The folder below a base, made where it is not there; why it is not trusted, or null where it cannot be made. */
export function ownFolder(base: string, user: number): string | Untrusted | null {
  try {
    mkdirSync(base, { recursive: true, mode: 0o700 });
    let path = realpathSync(base);
    const above = untrustedAbove(path, user);
    if (above !== null) return above;
    for (const name of FOLDERS) {
      path = join(path, name);
      const why = makeOwn(path, user);
      if (why !== null) return { path, why };
    }
    return path;
  } catch {
    return null;
  }
}

/** Whoever may rename a folder on the way may put another one in its place. */
function untrustedAbove(path: string, user: number): Untrusted | null {
  for (let at = path; ; at = dirname(at)) {
    const { uid, mode } = statSync(at);
    if (uid !== user && uid !== 0) return { path: at, why: "is another user's" };
    const isOpen = (mode & WRITABLE_BY_ALL) !== 0 && (mode & STICKY) === 0;
    if (isOpen) return { path: at, why: 'everybody may write into' };
    if (at === dirname(at)) return null;
  }
}

/** Makes a folder for this user alone, or says why the one that is there is none. */
function makeOwn(path: string, user: number): string | null {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  return whyNotOwn(lstatSync(path), user);
}

function whyNotOwn(found: Stats, user: number): string | null {
  if (!found.isDirectory()) return found.isSymbolicLink() ? 'is a link' : 'is no folder';
  if (found.uid !== user) return "is another user's";
  return (found.mode & OF_OTHERS) === 0 ? null : 'is open to other users';
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
