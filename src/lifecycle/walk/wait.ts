import type { Voice } from './voice.ts';

/** The first pause between two looks, in milliseconds; each next one is longer by half. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

/** What was seen once is looked at again after a pause between these, in milliseconds. */
const SHORTEST_AGAIN_MS = 10;
const LONGEST_AGAIN_MS = 1000;

/** The pause of polling between two looks that count as two, in milliseconds: a hundredth of the settle time. */
export function pauseBetweenLooks(settleTimeoutMs: number): number {
  return Math.min(LONGEST_AGAIN_MS, Math.max(SHORTEST_AGAIN_MS, settleTimeoutMs / 100));
}

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
  /** True where the last look saw half of what is waited for: then the next one may come after the limit, once. */
  readonly isHalf?: () => boolean;
}

/** Looks at once and then with growing pauses until `look` gives more than null; null where the time is over. */
export async function waitUntil<T>(
  { what, limitMs, signal, voice, isHalf = () => false }: Wait,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const begun = performance.now();
  const end = voice.waiting(what, limitMs);
  try {
    for (let next = FIRST_PAUSE_MS, isOver = false; ; ) {
      const seen = await look();
      if (seen !== null) return seen;
      const passed = performance.now() - begun;
      if (signal.aborted || isOver) return null;
      isOver = passed >= limitMs;
      if (isHalf()) {
        await pause(pauseBetweenLooks(limitMs), signal);
      } else if (isOver) {
        return null;
      } else {
        await pause(Math.min(next, limitMs - passed), signal);
        next = Math.min(next * 1.5, LONGEST_PAUSE_MS);
      }
    }
  } finally {
    end();
  }
}
