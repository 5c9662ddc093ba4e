import { type PluginView, readShown } from '../../contract/plugin.ts';
import { remembered } from '../../contract/remembered.ts';
import type { Exchange } from '../../model/exchange.ts';
import { readBody } from '../answer/body.ts';
import { listedIn } from './listed.ts';

/** What a List or a Show said, and the exchange in which it did. */
export interface Seen<What> {
  readonly exchange: Exchange;
  readonly what: What;
}

/** The plug-ins of a pool as one List named them. */
export type SeenPool = Seen<readonly PluginView[]>;

const pools = remembered<Exchange, SeenPool | null>();

/** The status of a whole answer; null where none came. */
export function statusOfAnswer({ response, trouble }: Exchange): number | null {
  return trouble === null && response !== null ? response.status : null;
}

/** Whether this status of a Show means that there is no such plug-in. */
export function saysGone(status: number | null): boolean {
  return status === 400 || status === 404 || status === 410;
}

/** Whether an install was refused because the plug-in is there already. */
export function saysExists(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange) ?? 0;
  if (exchange.purpose !== 'install' || status < 400 || status >= 500) return false;
  const text = exchange.response?.body.data.slice(0, 4096) ?? '';
  return (
    status === 409 ||
    (/\balready\b|\bexists?\b/i.test(text) && !/\bnot (?:exist|found)|n't exist|no such/i.test(text))
  );
}

/** Whether a Show was answered with what is there, or that nothing is. */
export function saysWhatIsThere(show: Exchange): boolean {
  return pluginIn(show) !== null || saysGone(statusOfAnswer(show));
}

/** The pool that a List answered; null where it is no List, or was not answered 200 with one. */
export function poolIn(exchange: Exchange): SeenPool | null {
  if (exchange.purpose !== 'list') return null;
  const before = pools.get(exchange);
  if (before !== undefined) return before;
  const what =
    statusOfAnswer(exchange) === 200 ? listedIn(exchange.response, exchange.names?.poolName ?? '') : null;
  const pool = what === null ? null : { exchange, what };
  pools.set(exchange, pool, sizeOf(exchange));
  return pool;
}

/** A List that was condensed has more than its text. */
function sizeOf({ response }: Exchange): number {
  const { data = '', condensed } = response?.body ?? {};
  return condensed === undefined ? data.length : data.length + condensed.bytes / 100;
}

/** The plug-in that a Show answered; null where it was not answered 200 with one. */
export function pluginIn(exchange: Exchange): Seen<PluginView> | null {
  if (exchange.operation !== 'ShowPlugin') return null;
  const { response } = exchange;
  const read = response !== null && statusOfAnswer(exchange) === 200 ? readBody(response.body) : null;
  const what = readShown(read?.value);
  if (what === null) return null;
  // Of what is not whole nothing is compared.
  return { exchange, what: read?.partial === true ? { ...what, spec: undefined, inputs: undefined } : what };
}
