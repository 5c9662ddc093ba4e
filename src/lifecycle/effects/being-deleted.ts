import { shown } from '../../engine/contract/actual.ts';
import { violation } from '../../engine/judge/finding.ts';
import { requestOf } from '../../engine/judge/probe-words.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Finding } from '../../engine/model/finding.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { betweenLooks, exchangesUpTo } from './before-and-after.ts';
import { described, OWN } from './changes.ts';
import { isDeletion } from './lost-answer.ts';
import { firstShow, ownIn } from './own.ts';
import { isLeaving, type ReadResource, resourceOf } from './resource.ts';
import type { SeenPool } from './snapshot.ts';

/** Of the resources of other people the phase is their own business. */
export function beingDeleted(
  subject: Subject,
  was: ResourceView,
  later: readonly SeenPool[],
  itemName: string | null,
): readonly Finding[] {
  const resource = resourceOf(subject);
  const found = later.find(({ what }) =>
    what.some((one) => one.item === itemName && isLeaving(resource, one)),
  );
  return found === undefined || isLeaving(resource, was)
    ? []
    : [deleting(resource, found.exchange, `a ${requestOf(subject.probe)}`, described(was))];
}

/**
 * What is seen only before the next request: that the instance is being deleted, though nothing was sent yet that may
 * delete it.
 */
export function lateDamage(subject: Subject): readonly Finding[] {
  const { suite, evidence, probe, tries } = subject;
  const resource = resourceOf(subject);
  const first = tries[0]?.index ?? Number.POSITIVE_INFINITY;
  const looks = evidence.exchanges.filter((one) => one.probe === probe.id && one.index < first);
  const sentUntil = (look: Exchange) =>
    exchangesUpTo(subject).filter(
      (one) => one.index < look.index && one.instance === look.instance && one.purpose === 'probe',
    );
  const found = looks.find((look) => {
    const own = ownIn(subject, look);
    if (own === null || !isLeaving(resource, own)) return false;
    const given = firstShow(subject, look);
    const sent = sentUntil(look);
    return (
      given !== null &&
      !isLeaving(resource, given) &&
      sent.length > 0 &&
      !sent.some((one) => isDeletion(suite, one))
    );
  });
  const given = found === undefined ? null : firstShow(subject, found);
  const last = found === undefined ? undefined : sentUntil(found).at(-1);
  if (found === undefined || given === null || last === undefined) return [];
  const seen = [deleting(resource, found, 'the requests until then', described(given))];
  return betweenLooks(seen, last, exchangesUpTo(subject));
}

/** A look says that the resource is on its way out, which no request may have begun. */
export function deleting(
  { phases, words }: ReadResource,
  exchange: Exchange,
  after: string,
  was: string,
): Finding {
  return violation(
    exchange,
    OWN.deleted,
    `The ${words.item} is being deleted after ${after}, which may change nothing.`,
    {
      expected: `${was}, not \`${phases.leaving}\``,
      actual: shown(phases.leaving),
    },
  );
}
