import type { Exchange } from '../model/exchange.ts';
import type { Latency } from '../model/history.ts';
import { timingsOf } from '../report/timings.ts';

/** How long each operation took to answer, as a line of the history keeps it, in milliseconds. */
export function latenciesOf(exchanges: readonly Exchange[]): Readonly<Record<string, Latency>> {
  return Object.fromEntries(timingsOf(exchanges).map(({ operation, p50, max }) => [operation, { p50, max }]));
}
