import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import { after } from '../../engine/judge/subjects.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Finding } from '../../engine/model/finding.ts';
import { sameNames } from './names.ts';
import { type ReadResource, resourceOf, saysGone } from './resource.ts';
import { poolIn, type SeenPool } from './snapshot.ts';

const all = new WeakMap<Subject, readonly Exchange[]>();

/** Every exchange of the scenarios before, and of the probe's own, in order. */
export function exchangesUpTo(subject: Subject): readonly Exchange[] {
  const known = all.get(subject);
  if (known !== undefined) return known;
  const exchanges = [...subject.earlier, subject.evidence].flatMap((one) => one.exchanges);
  all.set(subject, exchanges);
  return exchanges;
}

/** The pool that the nearest answered List before an exchange of the scenario named; null where there is none. */
export function poolBefore(subject: Subject, { index }: Pick<Exchange, 'index'>): SeenPool | null {
  const resource = resourceOf(subject);
  const lists = subject.evidence.exchanges.filter((one) => one.index < index && one.purpose === 'list');
  return lists.map((one) => poolIn(resource, one)).findLast((pool) => pool !== null) ?? null;
}

/** What was looked at after a try of a probe, and before anything else was sent that could change something. */
export function looksAfter(subject: Subject, one: Exchange): readonly Exchange[] {
  const { evidence, probe } = subject;
  const rest = evidence.exchanges.filter(({ index }) => index > one.index);
  const end = rest.findIndex(({ purpose }) => purpose === 'probe' || purpose === 'install');
  return (end === -1 ? rest : rest.slice(0, end)).filter((each) => each.probe === probe.id);
}

/** The pools that the Lists after a try named, in order; those that were not answered with one are left out. */
export function poolsAfter(subject: Subject, one: Exchange): readonly SeenPool[] {
  const resource = resourceOf(subject);
  return looksAfter(subject, one).flatMap((each) => poolIn(resource, each) ?? []);
}

/** The Lists that tell what a try did: the nearest answered one before it, and those after it. */
export function poolsAround(subject: Subject, one: Exchange): readonly Exchange[] {
  const before = poolBefore(subject, one);
  return [...(before === null ? [] : [before]), ...poolsAfter(subject, one)].map(({ exchange }) => exchange);
}

/** The Shows that waited for the resource to go, after the last try, in order. */
export function waitedFor(subject: Subject): readonly Exchange[] {
  return waited(resourceOf(subject), after(subject));
}

/** Whether the wait for the resource to go was over, not broken off: List is asked at its end at the latest. */
export function waitWasOver(subject: Subject): boolean {
  const shown = waitedFor(subject).at(-1);
  return (
    shown !== undefined &&
    after(subject).some(({ purpose, index }) => purpose === 'list' && index > shown.index)
  );
}

/** Whether the last Show that waited for the instance of a DELETE to go, in its own probe, says that it is gone. */
export function goneAfter(resource: ReadResource, exchanges: readonly Exchange[], one: Exchange): boolean {
  const last = waited(resource, exchanges).findLast(
    ({ index, probe, instance }) => index > one.index && probe === one.probe && instance === one.instance,
  );
  return last !== undefined && saysGone(resource, statusOfAnswer(last));
}

function waited({ operations }: ReadResource, exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter((one) => one.purpose === 'settle' && one.operation === operations.show);
}

/**
 * What a request did, as looks showed it: each finding is about the request, between the look that showed it and the last
 * one of its kind before the request. What could not be told stays about the look that did not tell it.
 */
export function betweenLooks(
  found: readonly Finding[],
  request: Exchange | null,
  exchanges: readonly Exchange[],
): readonly Finding[] {
  if (request === null) return found;
  return found.map((one) => {
    const look = exchanges.find(({ index }) => index === one.exchange);
    if (look === undefined || look.index <= request.index || one.kind === 'trouble') return one;
    const before = exchanges.findLast(
      (each) =>
        each.index < request.index &&
        each.operation === look.operation &&
        sameNames(each.names, look.names) &&
        statusOfAnswer(each) === 200,
    );
    return {
      ...one,
      exchange: request.index,
      ...(before === undefined ? {} : { before: before.index }),
      after: look.index,
    };
  });
}
