import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SeenLock } from './lock-file.ts';
import { bootOf, isRunning, thisProcess } from './process.ts';

/** A lock is beaten so often, in milliseconds. */
export const BEAT_MS = 5000;

/** A lock that is silent for longer is over, in milliseconds. */
export const SILENCE_MS = 30_000;

/** Some file systems keep time by two seconds, in milliseconds. */
const COARSE_MS = 2000;

/** `untold`: by a clock that may have jumped it is long over, or of the future; whether it still beats must be watched. */
export type LockState = 'held' | 'over' | 'untold';

/** What can be told of a lock from here. */
export interface Signs {
  /** Whether its process runs; null where that cannot be told. */
  readonly isRunning: boolean | null;
  /** How long ago its last beat was, in milliseconds, by the clock of its machine, which nobody sets; null where it is another. */
  readonly sinceBeatMs: number | null;
  /** The same by the clock of the file system that it stands on, which may have been set meanwhile. */
  readonly sinceWrittenMs: number;
}

/** Whether a lock is held: the process says, else the beat by the machine's clock, else that of the file system's as far as it can be believed. */
export function stateBy({ isRunning: runs, sinceBeatMs, sinceWrittenMs }: Signs): LockState {
  if (runs !== null) return runs ? 'held' : 'over';
  if (sinceBeatMs !== null && sinceBeatMs >= 0) return sinceBeatMs <= SILENCE_MS ? 'held' : 'over';
  return sinceWrittenMs >= -COARSE_MS && sinceWrittenMs <= SILENCE_MS ? 'held' : 'untold';
}

/** How long an untold lock is watched before it is over, in milliseconds: one that seems old for two beats, one of the future for the whole silence. */
export function watchMs({ sinceWrittenMs }: Signs): number {
  return sinceWrittenMs < 0 ? SILENCE_MS : 2 * BEAT_MS + 1000;
}

/** What this process can tell of a lock. */
export function signsOf({ path, content, mtimeMs }: SeenLock): Signs {
  const running = content === null ? null : isRunning(content);
  const boot = bootOf(thisProcess());
  const isOfBoot = content !== null && boot !== null && bootOf(content) === boot;
  return {
    isRunning: running,
    sinceBeatMs: isOfBoot ? sinceBootMs() - content.beat : null,
    // Asked for where nothing else tells: it costs a file.
    sinceWrittenMs: running === null ? clockOf(dirname(path)) - mtimeMs : 0,
  };
}

/** Since the machine's start, in milliseconds, but for the time it slept; the same in all its containers. */
export function sinceBootMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** The clock by which files of a folder are stamped, in milliseconds since 1970; that of this machine where no file can be made there. */
function clockOf(folder: string): number {
  const path = join(folder, `.conformance.${randomBytes(8).toString('hex')}.clock`);
  try {
    const handle = openSync(path, 'wx', 0o600);
    try {
      return fstatSync(handle).mtimeMs;
    } finally {
      closeSync(handle);
      rmSync(path, { force: true });
    }
  } catch {
    return Date.now();
  }
}
