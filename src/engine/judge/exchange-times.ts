import type { Exchange } from '../model/exchange.ts';

/** Milliseconds since 1970 at which an exchange began. */
export function beginOf({ startedAt }: Pick<Exchange, 'startedAt'>): number {
  return Date.parse(startedAt);
}

/** Milliseconds since 1970 at which its answer was whole, or it failed. */
export function endOf(exchange: Pick<Exchange, 'startedAt' | 'durationMs'>): number {
  return beginOf(exchange) + exchange.durationMs;
}
