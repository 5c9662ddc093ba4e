import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from '../engine/package-root.ts';
import type { Trial } from './model.ts';
import type { Choice } from './servers.ts';
import type { WalkLengths } from './walk-lengths.ts';

/** What each thread is given: all of them take their servers from the same choice, the next one whenever one is over. */
export interface Share {
  readonly choice: Choice;
  /** How long the walk is, which was rehearsed once. */
  readonly lengths: WalkLengths;
  /** In memory that they share: how many servers were taken. */
  readonly taken: Int32Array;
}

/** More threads than this wait for the same disk and network. */
const MOST_THREADS = 8;

/** As many threads as the machine has processors for. */
export const threads: number = Math.min(MOST_THREADS, availableParallelism());

/** Tries a choice of servers in several threads of this process; `tell` gets each trial as it ends. Rejects where a thread fails. */
export async function tryInThreads(
  given: Pick<Share, 'choice' | 'lengths'>,
  tell: (trial: Trial) => void,
): Promise<void> {
  // With a thread for each processor, helpers that collect one's garbage take their time from the others.
  setFlagsFromString('--no-parallel-scavenge');
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  await Promise.all(Array.from({ length: threads }, () => tryInThread({ ...given, taken }, tell)));
}

function tryInThread(workerData: Share, tell: (trial: Trial) => void): Promise<void> {
  const worker = new Worker(new URL('dist/sensitivity/worker.js', PACKAGE_ROOT), {
    workerData,
    // Most objects of a run live as long as the run: with the usual 16 MB they are copied again and again.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  return new Promise((resolve, reject) => {
    worker.on('message', tell);
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}.`))));
  });
}
