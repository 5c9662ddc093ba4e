import type { Exchange } from '../model/exchange.ts';
import type { Timing } from '../model/report.ts';

/** How long each operation took to answer, over all whole answers of a run, in the order of their names. */
export function timingsOf(exchanges: readonly Exchange[]): readonly Timing[] {
  const times = new Map<string, number[]>();
  for (const { operation, response, trouble, durationMs } of exchanges) {
    if (operation === null || response === null || trouble !== null) continue;
    const known = times.get(operation);
    if (known === undefined) times.set(operation, [durationMs]);
    else known.push(durationMs);
  }
  return [...times]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([operation, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return {
        operation,
        answers: sorted.length,
        min: sorted[0] ?? 0,
        p50: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0,
        max: sorted.at(-1) ?? 0,
      };
    });
}
