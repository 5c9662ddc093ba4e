import { unitMs } from '../../engine/contract/date-time.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import { beginOf, endOf } from '../../engine/judge/exchange-times.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Names } from '../../engine/model/resource.ts';
import { isDeletion } from './lost-answer.ts';
import { sameNames } from './names.ts';
import { type LifecycleSuite, type ReadResource, saysGone } from './resource.ts';
import { type Known, type Sameness, sameness } from './same-instance.ts';
import { poolIn, type SeenPool, saysExists, viewIn } from './snapshot.ts';

/** One deletion that came true, and the exchanges from then on until the next DELETE of that kind or the run's end. */
export interface Deletion {
  /** How what was asked for is read. */
  readonly resource: ReadResource;
  /** The DELETE. */
  readonly request: Exchange;
  readonly names: Names | null;
  readonly itemName: string;
  /** The deleted instance as the last Show, and as the last List before the DELETE told it. */
  readonly shown: Known;
  readonly listed: Known;
  /** Milliseconds since 1970: until then reads may differ from one another. */
  readonly settledBy: number;
  /** True where Show, and where List, said that the resource was gone when the wait was over. */
  readonly notShown: boolean;
  readonly notListed: boolean;
  /** True where an instance that was made after this one was seen gone may bear the same time, in Show, and in List. */
  readonly mayRecur: Readonly<Record<'Show' | 'List', boolean>>;
  readonly later: readonly Exchange[];
  /** The next install that may have installed; null where none followed. */
  readonly installed: Exchange | null;
}

/** Every deletion of a run: the DELETEs that were to be accepted and after which Show or List did not find the resource. */
export function deletionsIn(
  suite: Pick<LifecycleSuite, 'scenarios' | 'resource'>,
  exchanges: readonly Exchange[],
  itemName: string,
  settleTimeoutMs: number,
): readonly Deletion[] {
  const { resource } = suite;
  const isOfThese = (one: Exchange) => isDeletion(suite, one);
  const tries = exchanges.filter(isOfThese);
  const last = tries.filter(
    (one, at) => tries[at + 1]?.instance !== one.instance || tries[at + 1]?.probe !== one.probe,
  );
  return last.flatMap((one) => {
    const rest = exchanges.filter(({ index }) => index > one.index);
    const install = rest.find(mayHaveInstalled);
    const own = rest.filter(
      ({ probe, index }) => probe === one.probe && index < (install?.index ?? Number.POSITIVE_INFINITY),
    );
    const end = own.at(-1);
    const show = own.findLast(({ purpose }) => purpose === 'settle');
    const list = own.map((each) => poolIn(resource, each)).findLast((pool) => pool !== null) ?? null;
    const known = knownBefore(resource, exchanges, one, itemName);
    const notShown = show !== undefined && saysGone(resource, statusOfAnswer(show));
    const notListed = list !== null && !names(list, itemName, known.listed);
    if (end === undefined || (!notShown && !notListed)) return [];
    const looks = own.filter((each) => isLook(resource, each, one.names));
    // What tells times in whole seconds has more instances of one time than what tells milliseconds.
    const recurs = (as: Known) => mayRecur(resource, exchanges, looks, as, itemName);
    const after = rest.filter(({ index }) => index > end.index);
    const next = after.findIndex(isOfThese);
    return [
      {
        resource,
        request: one,
        names: one.names,
        itemName,
        ...known,
        settledBy: endOf(one) + settleTimeoutMs,
        notShown,
        notListed,
        mayRecur: { Show: recurs(known.shown), List: recurs(known.listed) },
        later: next === -1 ? after : after.slice(0, next),
        installed: install ?? null,
      },
    ];
  });
}

/** The item, seen again after a deletion, or told to be there by an install that was refused for it. */
export interface Sighting {
  readonly exchange: Exchange;
  readonly by: 'Show' | 'List' | 'install';
  readonly sameness: Sameness;
}

/** Where the item is there again; what the suite installed since then is no sighting, but for the old one in its place. */
export function sightingsOf(deletion: Deletion): readonly Sighting[] {
  const { later, installed, mayRecur: recurs, shown, listed } = deletion;
  const isAnotherShown = later.some((exchange) => isAnother(deletion, exchange));
  return later.flatMap((exchange): readonly Sighting[] => {
    const isBetween = installed !== null && exchange.index > installed.index;
    if (exchange.purpose === 'install') {
      return saysExists(exchange) && !isBetween ? [{ exchange, by: 'install', sameness: 'open' }] : [];
    }
    const seen = seenIn(deletion, exchange);
    if (seen === null) return [];
    const known = seen.by === 'Show' ? shown : listed;
    const same = sameness(known, seen.view, { mayRecur: recurs[seen.by], isBetween });
    const isTimed = known.creationTimestamp !== null && seen.view.creationTimestamp !== null;
    if (isBetween && (same === 'another' || !isTimed)) return [];
    // Of two that List cannot tell apart Show gives the one that was installed.
    if (isBetween && same === 'open' && seen.by === 'List' && isAnotherShown) return [];
    return [{ exchange, by: seen.by, sameness: same }];
  });
}

/** Whether Show gives another instance than the deleted one, once one was installed in its place. */
function isAnother(
  { resource, names: deleted, shown, installed, mayRecur: recurs }: Deletion,
  one: Exchange,
) {
  if (installed === null || one.index <= installed.index || !sameNames(one.names, deleted)) return false;
  const view = viewIn(resource, one)?.what;
  if (view === undefined) return false;
  return sameness(shown, view, { mayRecur: recurs.Show, isBetween: true }) === 'another';
}

function seenIn(deletion: Deletion, exchange: Exchange): { by: 'Show' | 'List'; view: Known } | null {
  const { resource, itemName, names: deleted, notShown, notListed } = deletion;
  const listed = notListed
    ? poolIn(resource, exchange)?.what.find((one) => one.item === itemName)
    : undefined;
  if (listed !== undefined) return { by: 'List', view: listed };
  const shown = notShown && sameNames(exchange.names, deleted) ? viewIn(resource, exchange)?.what : undefined;
  return shown === undefined ? null : { by: 'Show', view: shown };
}

/** Whether a look of that kind was answered: one that says what is there. */
export function isLookBy(by: Sighting['by'], deletion: Deletion, exchange: Exchange): boolean {
  if (by === 'install') return exchange.purpose === 'install';
  const { resource } = deletion;
  if (by === 'List') return poolIn(resource, exchange) !== null;
  const status = statusOfAnswer(exchange);
  return (
    exchange.operation === resource.operations.show &&
    sameNames(exchange.names, deletion.names) &&
    (status === 200 || saysGone(resource, status))
  );
}

const UNKNOWN: Known = { name: null, creationTimestamp: null };

/** The instance that a DELETE met, as Show and List told it before. */
function knownBefore(
  resource: ReadResource,
  exchanges: readonly Exchange[],
  one: Exchange,
  itemName: string,
) {
  const before = exchanges.filter((each) => each.index < one.index && each.instance === one.instance);
  const shows = before
    .filter((each) => sameNames(each.names, one.names))
    .map((each) => viewIn(resource, each));
  const entries = before.map((each) => poolIn(resource, each)?.what.find(({ item }) => item === itemName));
  const show = shows.findLast((view) => view !== null)?.what ?? null;
  const list = entries.findLast((entry) => entry !== undefined) ?? null;
  return { shown: completed(show ?? list, list), listed: completed(list ?? show, show) };
}

/** What one look left out, the other may tell. */
function completed(first: Known | null, second: Known | null): Known {
  if (first === null) return UNKNOWN;
  return { ...first, creationTimestamp: first.creationTimestamp ?? second?.creationTimestamp ?? null };
}

/** Whether the instance was seen gone before its unit of time was over: what came then may bear the same time. */
function mayRecur(
  resource: ReadResource,
  exchanges: readonly Exchange[],
  after: readonly Exchange[],
  known: Known,
  itemName: string,
): boolean {
  const { creationTimestamp } = known;
  const gone = after.find((one) => {
    const pool = poolIn(resource, one);
    return pool === null ? saysGone(resource, statusOfAnswer(one)) : !names(pool, itemName, known);
  });
  if (creationTimestamp === null || gone === undefined) return true;
  const first = exchanges.find((one) => {
    const seen =
      viewIn(resource, one)?.what ?? poolIn(resource, one)?.what.find(({ item }) => item === itemName);
    return seen !== undefined && sameness(known, seen, { mayRecur: false, isBetween: false }) === 'same';
  });
  return first === undefined || !(beginOf(gone) - endOf(first) >= unitMs(creationTimestamp));
}

/** Whether an exchange looks at the pool, or at the resource of those names. */
function isLook({ operations }: ReadResource, exchange: Exchange, asked: Names | null): boolean {
  return (
    exchange.purpose === 'list' ||
    (exchange.operation === operations.show && sameNames(exchange.names, asked))
  );
}

function names({ what }: SeenPool, itemName: string, known: Known): boolean {
  return what.some(
    (one) =>
      one.item === itemName && sameness(known, one, { mayRecur: false, isBetween: false }) !== 'another',
  );
}

/** An install that was refused with a 4xx installed nothing; of any other that is not known. */
function mayHaveInstalled(one: Exchange): boolean {
  const status = statusOfAnswer(one) ?? 0;
  return one.purpose === 'install' && !(status >= 400 && status < 500);
}
