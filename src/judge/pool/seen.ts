import { type PluginView, readPluginList, readShown } from '../../contract/plugin.ts';
import type { Exchange } from '../../model/exchange.ts';
import { readBody } from '../answer/body.ts';

/** What a List or a Show said, and the exchange in which it did. */
export interface Seen<What> {
  readonly exchange: Exchange;
  readonly what: What;
}

/** The plug-ins of a pool as one List named them. */
export type SeenPool = Seen<readonly PluginView[]>;

const pools = new WeakMap<Exchange, SeenPool | null>();

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
  const what = readPluginList(valueIn(exchange), poolNameOf(exchange));
  const pool = what === null ? null : { exchange, what };
  pools.set(exchange, pool);
  return pool;
}

function poolNameOf(exchange: Exchange): string {
  return resourceOf(exchange).split('/').at(-2) ?? '';
}

/** The plug-in that a Show answered; null where it was not answered 200 with one. */
export function pluginIn(exchange: Exchange): Seen<PluginView> | null {
  if (exchange.operation !== 'ShowPlugin') return null;
  const what = readShown(valueIn(exchange));
  return what === null ? null : { exchange, what };
}

/** A request's URL without its query. */
export function resourceOf({ request }: Exchange): string {
  return request.url.split('?', 1)[0] ?? '';
}

function valueIn(exchange: Exchange): unknown {
  const { response } = exchange;
  return response !== null && statusOfAnswer(exchange) === 200 ? readBody(response.body).value : undefined;
}
