/** Where the global setup and the reporter meet: one process, yet each has modules of its own. */
const ENDING = Symbol.for('modelarts-plugin-conformance.ending');

/** What is left to do of a run once its reports are written. */
export interface Ending {
  /** What Playwright was told of the run by its teardown; null for nothing. */
  readonly problem: () => string | null;
  /** Looks through what has been written so far, so that little is left for the end, when no signal is heeded. */
  readonly look: () => Promise<void>;
  /** Looks through what was written and tells the verdict, once; gives whether the run was a success. */
  readonly end: () => boolean;
  /** Resolves once that was printed, wherever it could be. */
  readonly printed: () => Promise<void>;
}

// Only this file writes the property.
const shared = globalThis as { [ENDING]?: Ending };

/** Lets the reporter end the run. */
export function handOverEnding(ending: Ending): void {
  shared[ENDING] = ending;
}

/** What was handed over; null where no run of this process is under way. */
export function handedEnding(): Ending | null {
  return shared[ENDING] ?? null;
}
