import { type Remembered, remembered } from '../../engine/contract/remembered.ts';
import { type ReadBody, readBody } from '../../engine/judge/body/body.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { listedIn } from './listed.ts';
import { type ReadResource, saysGone } from './resource.ts';

/** What a List or a Show said, and the exchange in which it did. */
export interface Seen<What> {
  readonly exchange: Exchange;
  readonly what: What;
}

/** The resources of a pool as one List named them. */
export type SeenPool = Seen<readonly ResourceView[]>;

const pools = new WeakMap<ReadResource, Remembered<Exchange, SeenPool | null>>();

/** Whether an install was refused because the resource is there already. */
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
export function saysWhatIsThere(resource: ReadResource, show: Exchange): boolean {
  return viewIn(resource, show) !== null || saysGone(resource, statusOfAnswer(show));
}

/** The pool that a List answered; null where it is no List, or was not answered 200 with one. */
export function poolIn(resource: ReadResource, exchange: Exchange): SeenPool | null {
  if (exchange.purpose !== 'list') return null;
  const known = knownPools(resource);
  const before = known.get(exchange);
  if (before !== undefined) return before;
  const what = viewsIn(resource, exchange);
  const pool = what === null ? null : { exchange, what };
  known.set(exchange, pool, sizeOf(exchange));
  return pool;
}

function knownPools(resource: ReadResource): Remembered<Exchange, SeenPool | null> {
  const known = pools.get(resource) ?? remembered();
  pools.set(resource, known);
  return known;
}

/**
 * The resources that a whole 200 answer lists; null where it lists none that can be read. `isEnough`: some of them are
 * enough, where not all were kept.
 */
export function viewsIn(
  resource: ReadResource,
  exchange: Exchange,
  isEnough = false,
): readonly ResourceView[] | null {
  return isReadable(exchange)
    ? listedIn(resource, exchange.response, exchange.names?.collection ?? '', isEnough)
    : null;
}

/** What is no UTF-8 is no JSON (RFC 8259, section 8.1): two names that differ in it could be read as one. */
function isReadable(exchange: Exchange): boolean {
  return statusOfAnswer(exchange) === 200 && exchange.response?.body.encoding === 'utf-8';
}

/** A List that was condensed has more than its text. */
function sizeOf({ response }: Exchange): number {
  const { data = '', condensed } = response?.body ?? {};
  return condensed === undefined ? data.length : data.length + condensed.bytes / 100;
}

/** The resource that a whole 200 answer of a Show describes, as far as it was kept; null where it describes none. */
export function shownIn(resource: ReadResource, exchange: Exchange): ResourceView | null {
  return resource.readShown(bodyOfShow(resource, exchange)?.value);
}

/** The same for those who compare it: of what is not whole nothing is compared. */
export function viewIn(resource: ReadResource, exchange: Exchange): Seen<ResourceView> | null {
  const what = shownIn(resource, exchange);
  if (what === null) return null;
  const isPartial = bodyOfShow(resource, exchange)?.partial === true;
  return { exchange, what: isPartial ? { ...what, spec: undefined, inputs: undefined } : what };
}

function bodyOfShow(resource: ReadResource, exchange: Exchange): ReadBody | null {
  const { operation, response } = exchange;
  return operation === resource.operations.show && response !== null && isReadable(exchange)
    ? readBody(response.body)
    : null;
}
