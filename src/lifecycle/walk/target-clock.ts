import type { Exchange } from '../../engine/model/exchange.ts';
import type { Window } from '../ledger.ts';
import { believed, dateOf } from './answer.ts';

/** A `Date` names the beginning of its second. */
const SECOND_MS = 1000;

/**
 * The time in which a request that is sent now may make something, by the target's clock: as the last answer's `Date`
 * told it, or by this machine's clock where none did, or where the two are days apart.
 */
export function windowFromNow(exchanges: readonly Exchange[], limitMs: number): Window {
  const now = Date.now();
  const last = exchanges.findLast((one) => dateOf(one) !== null);
  const date = last === undefined ? null : dateOf(last);
  const ours = new Date(now).toISOString();
  if (last === undefined || date === null || believed(date, last.startedAt) !== date)
    return { since: ours, limitMs };
  const sentAt = Date.parse(last.startedAt);
  // The answer was written between the sending of its request and its end.
  const earliest = Date.parse(date) + now - (sentAt + last.durationMs);
  const latest = Date.parse(date) + SECOND_MS + now - sentAt;
  return { since: new Date(earliest).toISOString(), limitMs: Math.ceil(latest - earliest) + limitMs };
}

/** Both windows, and what lies between them: the earlier one is null where nothing is left of it. */
export function joined(earlier: Window | null, now: Window): Window {
  if (earlier === null) return now;
  const since = Math.min(Date.parse(earlier.since), Date.parse(now.since));
  const end = Math.max(endOf(earlier), endOf(now));
  return { since: new Date(since).toISOString(), limitMs: end - since };
}

function endOf({ since, limitMs }: Window): number {
  return Date.parse(since) + limitMs;
}
