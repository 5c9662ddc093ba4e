import type { Exchange } from '../model/exchange.ts';
import type { Latency } from '../model/history.ts';

/**
 * How long each operation took to answer, over all whole answers of a run, in milliseconds. `p50` is by nearest rank: the
 * smallest time that at least half of the answers took no longer than.
 */
export function latenciesOf(exchanges: readonly Exchange[]): Readonly<Record<string, Latency>> {
  const times = new Map<string, number[]>();
  for (const { operation, response, trouble, durationMs } of exchanges) {
    if (operation === null || response === null || trouble !== null) continue;
    times.set(operation, [...(times.get(operation) ?? []), durationMs]);
  }
  return Object.fromEntries(
    [...times]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([operation, all]) => [operation, latencyOf(all)]),
  );
}

function latencyOf(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return { p50: middle, max: sorted.at(-1) ?? 0 };
}
