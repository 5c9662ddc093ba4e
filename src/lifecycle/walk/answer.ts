import { httpDate } from '../../engine/contract/http-date.ts';
import type { Exchange } from '../../engine/model/exchange.ts';

/** The `Date` of an answer, RFC 3339; null where it has none that can be read. */
export function dateOf({ response, startedAt }: Exchange): string | null {
  const text = response?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1] ?? '';
  const date = httpDate(text, Date.parse(startedAt));
  return date === null ? null : new Date(date).toISOString();
}

/** A clock of the target that is farther from this machine's says nothing, in milliseconds. */
const MOST_APART_MS = 2 * 24 * 3_600_000;

/** A time by the target's clock where that can be believed, else by this machine's; both RFC 3339. */
export function believed(theirs: string | null, ours: string): string {
  return theirs !== null && Math.abs(Date.parse(theirs) - Date.parse(ours)) <= MOST_APART_MS ? theirs : ours;
}

/** How far the target's clock is ahead of this machine's, in milliseconds; null where the answer has no `Date`. */
export function clockAhead(exchange: Exchange): number | null {
  const theirs = dateOf(exchange);
  if (theirs === null) return null;
  // Between the sending and the answer, and at the end of its second: the nearest that it can be.
  const [sent, answered] = [
    Date.parse(exchange.startedAt),
    Date.parse(exchange.startedAt) + exchange.durationMs,
  ];
  const date = Date.parse(theirs);
  if (date > answered) return date - answered;
  return Math.min(0, date + 1000 - sent);
}

/** How far apart the clocks are, in words that follow "The clock of the target is". */
export function clockWords(ahead: number): string {
  const apart = Math.abs(ahead);
  const [count, unit] = apart < 120_000 ? [apart / 1000, 's'] : [apart / 60_000, 'min'];
  return `${Math.round(count)} ${unit} ${ahead < 0 ? 'behind' : 'ahead of'} that of this machine`;
}
