import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type LockContent, type LockPlace, lockIn, lockPath, locksAt, type SeenLock } from './lock-file.ts';
import { thisProcess } from './process.ts';
import { BEAT_MS, signsOf, sinceBootMs, stateBy, watchMs } from './state.ts';

/** A lock that this process has, and beats until it lets go of it or ends. */
export interface Lock {
  readonly path: string;
  readonly release: () => void;
}

/** What came of trying to take a lock. */
export type Taken =
  | { readonly lock: Lock }
  /** Somebody else's, held or about to be. */
  | { readonly holder: SeenLock };

/** Two that meet wait for less than this, in milliseconds, before they look again. */
const MEETING_MS = 50;

/** Watched locks are looked at so often, in milliseconds. */
const LOOK_MS = 500;

/**
 * Takes the lock of a place, unless somebody else has it. Each taker makes a file of its own and then looks for others:
 * of two, the later looks after the earlier's file is there, so that never both have it, whatever they knew before. A
 * name is never given again, so that what is removed is what was judged to be over.
 */
export async function takeLock(place: LockPlace, say: (message: string) => void): Promise<Taken> {
  for (;;) {
    const others = locksAt(place);
    for (const other of others) {
      if (!(await isOver(other, say))) return { holder: other };
    }
    const lock = makeLock(place);
    const known = new Set([lock.path, ...others.map(({ path }) => path)]);
    if (locksAt(place).every(({ path }) => known.has(path))) {
      for (const { path } of others) remove(path);
      return { lock };
    }
    lock.release();
    await pause(Math.random() * MEETING_MS);
  }
}

/** Who has the lock of a place, as far as that is told without watching; null where nobody has. */
export function holderOf(place: LockPlace): SeenLock | null {
  return locksAt(place).find((lock) => stateBy(signsOf(lock)) === 'held') ?? null;
}

/** Whether a lock is over; one of which no clock tells is watched. */
async function isOver(lock: SeenLock, say: (message: string) => void): Promise<boolean> {
  const signs = signsOf(lock);
  const state = stateBy(signs);
  if (state !== 'untold') return state === 'over';
  const limitMs = watchMs(signs);
  say(
    `The lock \`${lock.path}\` may be of a run that is over: whether it still beats is watched for ${Math.round(limitMs / 1000)} s.`,
  );
  for (const begun = performance.now(); performance.now() - begun < limitMs; ) {
    await pause(LOOK_MS);
    const now = lockIn(lock.path);
    if (now === null) return true;
    if (now.mtimeMs !== lock.mtimeMs || now.content?.beat !== lock.content?.beat) return false;
  }
  return true;
}

function makeLock(place: LockPlace): Lock {
  const path = lockPath(place, randomBytes(8).toString('hex'));
  const startedAt = new Date(performance.timeOrigin).toISOString();
  const own = { ...thisProcess(), startedAt };
  // Made anew or not at all: no link that somebody put there is followed.
  const handle = openSync(path, 'wx', 0o600);
  const beat = () => {
    const content: LockContent = { ...own, beat: sinceBootMs(), beatAt: new Date().toISOString() };
    // Never shorter than before, so that no end of an earlier one stays behind it.
    writeSync(handle, `${JSON.stringify(content)}\n`, 0);
  };
  const timer = setInterval(() => {
    try {
      beat();
    } catch {
      // A disk that is full, a share that is gone: the next beat may succeed.
    }
  }, BEAT_MS).unref();
  const release = once(() => {
    clearInterval(timer);
    process.off('exit', release);
    remove(path);
    closeSync(handle);
  });
  process.on('exit', release);
  try {
    beat();
  } catch (error) {
    release();
    throw error;
  }
  return { path, release };
}

/** In a shared folder another user's file cannot be removed: then it stays, and is over. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // As above.
  }
}

function once(step: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    step();
  };
}
