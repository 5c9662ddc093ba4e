import type { Exchange } from '../../model/exchange.ts';
import type { Subject } from '../rule.ts';
import { poolIn, type SeenPool, saysGone, statusOfAnswer } from './seen.ts';

/** The pool that the nearest answered List before the first try of a probe named; null where there is none. */
export function poolBefore(subject: Subject): SeenPool | null {
  return poolBeforeIndex(subject, subject.tries[0]?.index ?? -1);
}

/** The pool that the nearest answered List before an exchange of the scenario named; null where there is none. */
export function poolBeforeIndex({ evidence }: Subject, index: number): SeenPool | null {
  const lists = evidence.exchanges.filter((one) => one.index < index && one.purpose === 'list');
  return lists.map(poolIn).findLast((pool) => pool !== null) ?? null;
}

/** The pool that the last answered List of a probe named, after its last try; null where there is none. */
export function poolAfter(subject: Subject): SeenPool | null {
  const lists = after(subject).filter((one) => one.purpose === 'list');
  return lists.map(poolIn).findLast((pool) => pool !== null) ?? null;
}

/** The last Show that waited for the plug-in to go, after the last try; null where there is none. */
export function finalShow(subject: Subject): Exchange | null {
  return waited(after(subject)).at(-1) ?? null;
}

/** Whether List was asked after that last Show: the wait for Show was over then, not broken off. */
export function waitWasOver(subject: Subject): boolean {
  const shown = finalShow(subject);
  return shown !== null && after(subject).some((one) => one.purpose === 'list' && one.index > shown.index);
}

/** Whether the last Show that waited for the instance of a DELETE to go, in its own probe, says that it is gone. */
export function goneAfter(exchanges: readonly Exchange[], one: Exchange): boolean {
  const last = waited(exchanges).findLast(
    ({ index, probe, instance }) => index > one.index && probe === one.probe && instance === one.instance,
  );
  return last !== undefined && saysGone(statusOfAnswer(last));
}

/** The exchanges of a probe after its last try; for a probe that sends nothing all of them. */
export function after({ evidence, probe, exchange }: Subject): readonly Exchange[] {
  const from = exchange?.index ?? -1;
  return evidence.exchanges.filter((one) => one.probe === probe.id && one.index > from);
}

function waited(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter((one) => one.purpose === 'settle' && one.operation === 'ShowPlugin');
}
