import type { Voice } from './voice.ts';

/** The first pause between two looks, in milliseconds; each next one is longer by half. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

/** Resolves after so many milliseconds, or at once where the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}

/** How a wait is bounded and told. */
export interface Wait {
  /** What is waited for, in words that follow "waiting ". */
  readonly what: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly voice: Voice;
}

/** Looks at once and then with growing pauses until `look` gives more than null; null where the time is over. */
export async function waitUntil<T>(
  { what, limitMs, signal, voice }: Wait,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const begun = performance.now();
  const end = voice.waiting(what, limitMs);
  try {
    for (let next = FIRST_PAUSE_MS; ; next = Math.min(next * 1.5, LONGEST_PAUSE_MS)) {
      const seen = await look();
      if (seen !== null) return seen;
      const passed = performance.now() - begun;
      if (passed >= limitMs || signal.aborted) return null;
      await pause(Math.min(next, limitMs - passed), signal);
    }
  } finally {
    end();
  }
}
