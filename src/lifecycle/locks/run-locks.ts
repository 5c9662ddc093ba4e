import type { Blocked } from '../../engine/model/evidence.ts';
import type { ResourceWords } from '../../engine/model/resource.ts';
import { type Settings, SettingsError } from '../settings/settings.ts';
import type { SeenLock } from './lock-file.ts';
import { type CollectionNames, collectionPlace, directoryPlace, holderText, removalText } from './places.ts';
import { holderOf, type Lock, type Taken, takeLock } from './take.ts';

/** Another run writes to the same directory. */
export class BusyError extends Error {
  constructor(dir: string, holder: SeenLock) {
    super(
      `\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\`, where another run is under way (${holderText(holder)}); right would be another directory, or: ${removalText(holder)}.`,
    );
    this.name = 'BusyError';
  }
}

/** The locks of a run in a reports directory. */
interface Held {
  readonly directory: Lock;
  /** Null where another run has it, or the embedded mock is tested. */
  readonly pool: Lock | null;
  /** Why nothing may be sent: the pool is another run's. */
  readonly poolTaken: Blocked | null;
  /** True where they were taken ahead of the run: then the directory's is kept until the process ends. */
  readonly ahead: boolean;
  readonly hasBegun: boolean;
}

/** Where the parts of one process meet that have modules of their own: the command line, and Playwright's setup and reporter. */
const LOCKS = Symbol.for('conformance.locks');

// Only this file writes the property.
const shared = globalThis as { [LOCKS]?: Map<string, Held> };
shared[LOCKS] ??= new Map();
const held = shared[LOCKS];

/** Throws BusyError where a run of another process has the directory, as far as that is told without watching. */
export function assertFree(dir: string): void {
  if (held.has(dir)) return;
  const holder = holderOf(directoryPlace(dir));
  if (holder !== null) throw new BusyError(dir, holder);
}

/** Takes the directory's lock for this process. Throws BusyError where another run has it, SettingsError where none can be written. */
export async function lockDirectory(dir: string, say: (message: string) => void): Promise<Lock> {
  const taken = await takeLock(directoryPlace(dir), say).catch((error: unknown) => {
    throw unwritable(`\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\``, 'a directory of your own', error);
  });
  if ('holder' in taken) throw new BusyError(dir, taken.holder);
  return taken.lock;
}

/**
 * Takes the locks of a run: the directory's, and, but for the embedded mock, the pool's; gives why nothing may be sent
 * where another run has the pool. `ahead`: for the one run of this process, which then has them already. Throws
 * BusyError where another run has the directory, SettingsError where no lock can be written.
 */
export async function lockRun(
  { reportsDir, target }: Pick<Settings, 'reportsDir' | 'target'>,
  say: (message: string) => void,
  words: ResourceWords,
  ahead = false,
): Promise<Blocked | null> {
  const before = held.get(reportsDir);
  if (before?.hasBegun === false) {
    held.set(reportsDir, { ...before, hasBegun: true });
    return before.poolTaken;
  }
  const directory = await lockDirectory(reportsDir, say);
  try {
    const taken =
      target === null ? null : await lockPool({ ...target, endpoint: named(target.endpoint) }, say);
    const pool = taken !== null && 'lock' in taken ? taken.lock : null;
    const poolTaken = taken !== null && 'holder' in taken ? takenBy(taken.holder, words) : null;
    held.set(reportsDir, { directory, pool, poolTaken, ahead, hasBegun: !ahead });
    return poolTaken;
  } catch (error) {
    directory.release();
    throw error;
  }
}

/** Whether the locks of a directory were taken ahead of a run that has not begun yet. */
export function isAwaited(dir: string): boolean {
  return held.get(dir)?.hasBegun === false;
}

/** Lets go of the locks of the run in a directory; what was taken ahead goes with the process, which still reads its reports. */
export function releaseLocks(dir: string): void {
  const { directory, pool, ahead } = held.get(dir) ?? {};
  pool?.release();
  if (ahead !== true) directory?.release();
  held.delete(dir);
}

/** Takes a pool's lock for this process. Throws SettingsError where none can be written. */
export async function lockPool(names: CollectionNames, say: (message: string) => void): Promise<Taken> {
  const place = collectionPlace(names);
  return takeLock(place, say).catch((error: unknown) => {
    throw unwritable(`The temporary folder is \`${place.folder}\``, 'a `TMPDIR` of your own', error);
  });
}

/** Why nothing may be sent to a pool whose lock somebody else has. */
export function takenBy(holder: SeenLock, words: ResourceWords): Blocked {
  return {
    cause: `In this ${words.collection} another run is under way: ${holderText(holder)}.`,
    tried: 'Nothing was sent.',
    remedy: `Try again once it is over; ${removalText(holder)}.`,
    endsRun: true,
    lasts: true,
  };
}

/** An endpoint as reports and the ledger name it. */
function named(endpoint: string): string {
  const { origin, pathname } = new URL(endpoint);
  return origin + pathname.replace(/\/+$/, '');
}

/** What may be mended by another setting; a disk that is full is no setting's fault. */
const REFUSED: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'];

function unwritable(what: string, right: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !REFUSED.includes(error.code)) return error;
  return new SettingsError([
    `${what}, where no lock can be written (\`${error.code}\`); right would be ${right}.`,
  ]);
}
