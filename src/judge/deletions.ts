import { sameInstant } from '../contract/date-time.ts';
import type { Exchange } from '../model/exchange.ts';
import { ACCEPTED_PROBES } from './lost.ts';
import { pluginIn, poolIn, resourceOf, type SeenPool, saysGone, statusOfAnswer } from './pool/seen.ts';

/** One deletion that came true, and the exchanges from then on until the next install or the run's end. */
export interface Deletion {
  readonly url: string;
  /** `metadata.creationTimestamp` of the deleted instance; null where it is not known. */
  readonly created: string | null;
  /** True where Show, and where List, said that the plug-in was gone when the wait was over. */
  readonly notShown: boolean;
  readonly notListed: boolean;
  readonly later: readonly Exchange[];
  /** True where no install ended it. */
  readonly isLast: boolean;
}

/** Every deletion of a run: the probes that were to be accepted and after which Show or List did not find the plug-in. */
export function deletionsIn(exchanges: readonly Exchange[], template: string): readonly Deletion[] {
  const ids = [...ACCEPTED_PROBES].filter((id) => exchanges.some((one) => isTry(one, id)));
  return ids.flatMap((id) => {
    const last = exchanges.findLast((one) => isTry(one, id));
    const own = exchanges.filter((one) => one.probe === id && one.index > (last?.index ?? 0));
    const show = own.findLast((one) => one.purpose === 'settle');
    const list = own.map(poolIn).findLast((pool) => pool !== null) ?? null;
    const notShown = show !== undefined && saysGone(statusOfAnswer(show));
    const notListed = list !== null && !names(list, template);
    const end = own.at(-1);
    if (last === undefined || end === undefined || (!notShown && !notListed)) return [];
    const rest = exchanges.filter((one) => one.index > end.index);
    const next = rest.findIndex(mayHaveInstalled);
    const later = next === -1 ? rest : rest.slice(0, next);
    const created = createdBefore(exchanges, last);
    return [{ url: resourceOf(last), created, notShown, notListed, later, isLast: next === -1 }];
  });
}

/** An exchange of a deletion in which the template is there again. */
export interface Reappearance {
  readonly exchange: Exchange;
  /** True where it is not the deleted instance, nor one of the suite's: somebody else installed it. */
  readonly isOther: boolean;
}

/** The exchanges of a deletion in which the template is there again. */
export function reappearances(deletion: Deletion, template: string): readonly Reappearance[] {
  const { later, url, created, notShown, notListed } = deletion;
  return later.flatMap((exchange) => {
    const pool = notListed ? poolIn(exchange) : null;
    const listed = pool?.what.find((one) => one.templateName === template);
    const shown = notShown && resourceOf(exchange) === url ? pluginIn(exchange)?.what : undefined;
    const seen = listed ?? shown;
    return seen === undefined ? [] : [{ exchange, isOther: isOther(seen.creationTimestamp, created) }];
  });
}

function isOther(seen: string | null, created: string | null): boolean {
  return seen !== null && created !== null && !sameInstant(seen, created);
}

/** When the instance was created that a DELETE met, as the nearest Show before it said. */
function createdBefore(exchanges: readonly Exchange[], deletion: Exchange): string | null {
  const shows = exchanges.filter(
    (one) => one.index < deletion.index && one.probe === deletion.probe && one.purpose === 'read-back',
  );
  return shows.map(pluginIn).findLast((plugin) => plugin !== null)?.what.creationTimestamp ?? null;
}

function isTry(one: Exchange, id: string): boolean {
  return one.purpose === 'probe' && one.probe === id;
}

function names({ what }: SeenPool, template: string): boolean {
  return what.some((one) => one.templateName === template);
}

/** An install that was refused with a 4xx installed nothing; of any other that is not known. */
function mayHaveInstalled(one: Exchange): boolean {
  const status = statusOfAnswer(one) ?? 0;
  return one.purpose === 'install' && !(status >= 400 && status < 500);
}
