import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { member } from '../../engine/contract/json-value.ts';
import type { ProcessId } from './process.ts';

/** What a lock file holds, one object of schemas/lock.schema.json. */
export interface LockContent extends ProcessId {
  /** When the process began, RFC 3339. */
  readonly startedAt: string;
  /** The last beat: by the machine's clock since its boot, in milliseconds, and by that of the wall, RFC 3339. */
  readonly beat: number;
  readonly beatAt: string;
}

/** Where the locks of one thing stand: files of this folder whose names begin so. */
export interface LockPlace {
  readonly folder: string;
  readonly name: string;
}

/** A lock file as it was found. */
export interface SeenLock {
  readonly path: string;
  /** Null where it cannot be read, or holds something else. */
  readonly content: LockContent | null;
  /** When it was last written, in milliseconds since 1970, by the clock of its file system. */
  readonly mtimeMs: number;
}

/** No lock is longer, in bytes. */
const MOST = 4096;

/** The file of a lock: each taker's has a name of its own, which no other ever bears. */
export function lockPath({ folder, name }: LockPlace, token: string): string {
  return join(folder, `${name}.${token}.lock`);
}

/** The locks that stand at a place. */
export function locksAt({ folder, name }: LockPlace): readonly SeenLock[] {
  return namesIn(folder)
    .filter((file) => file.startsWith(`${name}.`) && /^[0-9a-f]{16}\.lock$/.test(file.slice(name.length + 1)))
    .flatMap((file) => lockIn(join(folder, file)) ?? []);
}

/** A lock as it stands there now; null where it is gone. */
export function lockIn(path: string): SeenLock | null {
  try {
    return { path, mtimeMs: lstatSync(path).mtimeMs, content: contentOf(path) };
  } catch (error) {
    if (isNoEntry(error)) return null;
    throw error;
  }
}

/** Whoever may write into the temporary folder may have put it there: no link is followed, no pipe waited for. */
function contentOf(path: string): LockContent | null {
  let handle: number | null = null;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!fstatSync(handle).isFile()) return null;
    const bytes = Buffer.alloc(MOST);
    return parsed(bytes.toString('utf8', 0, readSync(handle, bytes)));
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function parsed(text: string): LockContent | null {
  const value: unknown = JSON.parse(text);
  const [host, startedAt, beatAt] = ['host', 'startedAt', 'beatAt'].map((name) => member(value, name));
  const [pid, beat, processStart] = ['pid', 'beat', 'processStart'].map((name) => member(value, name));
  if (typeof host !== 'string' || typeof startedAt !== 'string' || typeof beatAt !== 'string') return null;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1 || typeof beat !== 'number') return null;
  if (typeof processStart !== 'string' && processStart !== null) return null;
  return { host, pid, processStart, startedAt, beat, beatAt };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isNoEntry(error)) return [];
    throw error;
  }
}

function isNoEntry(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
