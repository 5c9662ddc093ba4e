import { inertLine } from '../../engine/report/inert.ts';

/** Where a run tells what it is doing. */
export interface Voice {
  readonly say: (message: string) => void;
  /** Tells of a wait, again and again, until what it gives is called; `what` follows the word "waiting". */
  readonly waiting: (what: string, limitMs: number) => () => void;
}

/** A wait as it is told: how long it has lasted, and how long it may. */
export interface Waited {
  readonly what: string;
  readonly passedMs: number;
  readonly limitMs: number;
}

/** Shorter waits are not told of, in milliseconds. */
export const FIRST_WORD_MS = 2000;

/** A wait in a pipeline is told of so often, in milliseconds. */
const NEXT_WORD_MS = 30_000;

/** A voice that prints line after line, for pipelines and files; nothing in a line is acted on. */
export function lineVoice(print: (line: string) => void): Voice {
  const tell = (line: string) => print(inertLine(line));
  return {
    say: tell,
    waiting: (what, limitMs) =>
      telling((passedMs) => tell(waitText({ what, passedMs, limitMs })), FIRST_WORD_MS, NEXT_WORD_MS),
  };
}

/** What is waited for, how long so far, how long at most. */
export function waitText({ what, passedMs, limitMs }: Waited): string {
  return `  waiting ${what}: ${seconds(passedMs)} of at most ${seconds(limitMs)}`;
}

/** Calls `tell` with the milliseconds that have passed, first and then again and again, until what it gives is called. */
export function telling(tell: (passedMs: number) => void, firstMs: number, nextMs: number): () => void {
  const begun = performance.now();
  let timer: NodeJS.Timeout;
  const again = (afterMs: number) => {
    timer = setTimeout(() => {
      tell(performance.now() - begun);
      again(nextMs);
    }, afterMs).unref();
  };
  again(firstMs);
  return () => clearTimeout(timer);
}

function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
