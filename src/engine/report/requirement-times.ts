import { endOf } from '../judge/exchange-times.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ReportedWait, ReportInput } from '../model/report.ts';

/** The clocks of a wait and of the answers within it are rounded, each by itself, in milliseconds. */
const ROUNDED_MS = 5;

/**
 * How long each requirement took, in milliseconds, by its id: the exchanges that show it and the waits that followed
 * them. What several share is counted to the first of them, so that all together are no longer than the run.
 */
export function requirementTimes({
  report,
  exchanges,
}: Pick<ReportInput, 'report' | 'exchanges'>): ReadonlyMap<string, number> {
  const { waits = [] } = report;
  const counted = new Set<number>();
  const waited = new Set<ReportedWait>();
  const times = new Map<string, number>();
  for (const { id, exchanges: indexes = [] } of report.requirements) {
    let ms = 0;
    for (const index of indexes) {
      ms += count(index);
      for (const wait of waits.filter((one) => one.exchange === index && !waited.has(one))) {
        waited.add(wait);
        // An answer within the wait that was counted already is no part of it any more.
        const known = within(wait, exchanges).filter((at) => counted.has(at));
        ms += Math.max(0, wait.ms - known.reduce((sum, at) => sum + (exchanges[at]?.durationMs ?? 0), 0));
        for (const at of within(wait, exchanges)) counted.add(at);
      }
    }
    times.set(id, ms);
  }
  return times;

  function count(index: number): number {
    if (counted.has(index)) return 0;
    counted.add(index);
    return exchanges[index]?.durationMs ?? 0;
  }
}

/** The exchanges that came and went during a wait. */
function within({ exchange, ms }: ReportedWait, exchanges: readonly Exchange[]): readonly number[] {
  const begun = exchanges[exchange];
  if (begun === undefined) return [];
  const end = endOf(begun) + ms + ROUNDED_MS;
  const found: number[] = [];
  for (let at = exchange + 1; at < exchanges.length; at += 1) {
    const one = exchanges[at];
    if (one === undefined || endOf(one) > end) break;
    found.push(at);
  }
  return found;
}
