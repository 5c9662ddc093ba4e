import { shown } from '../../../engine/contract/actual.ts';
import { isToBeAccepted, single } from '../../../engine/judge/demands.ts';
import { drift, trouble, violation } from '../../../engine/judge/finding.ts';
import { notAccepted } from '../../../engine/judge/not-observed.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import { after } from '../../../engine/judge/subjects.ts';
import type { Exchange } from '../../../engine/model/exchange.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import { acceptance } from '../../effects/acceptance.ts';
import { AGAIN } from '../../effects/back-again.ts';
import { betweenLooks, exchangesUpTo } from '../../effects/before-and-after.ts';
import { described } from '../../effects/changes.ts';
import { givenInstance, isInstance } from '../../effects/given.ts';
import { ownItem } from '../../effects/own.ts';
import { type JudgedResource, resourceOf } from '../../effects/resource.ts';
import { poolIn } from '../../effects/snapshot.ts';

export const unlisted = ({ words: { item }, clauses, readings }: JudgedResource) =>
  ({
    id: 'effects/unlisted',
    title: `MUST have deleted the ${item}: List stops naming it`,
    basis: 'documented',
    clause: clauses.deletion,
    breaks: {
      basis: 'reading',
      note: `The page says that the ${item} is deleted; that List stops naming it within the settle time is a reading.`,
    },
    readings: readings.deleted,
    demands: single('effect', 'unlisted', isToBeAccepted),
    appliesTo: (subject) => acceptance(subject) !== 'no',
    unseen: notAccepted,
    looks: (subject) => after(subject).filter((one) => poolIn(resourceOf(subject), one) !== null),
    judge: (subject) => betweenLooks(judged(subject), subject.exchange, exchangesUpTo(subject)),
  }) as const satisfies Rule;

function judged(subject: Subject): readonly Finding[] {
  const resource = resourceOf(subject);
  const { item, collection } = resource.words;
  const pools = after(subject).flatMap((one) => poolIn(resource, one) ?? []);
  const later = pools.at(-1);
  const itemName = ownItem(subject);
  const none = `List was not answered with a ${collection} after the DELETE.`;
  if (later === undefined || itemName === null) return [trouble(subject.exchange, 'list', none)];
  const given = givenInstance(subject);
  const expected = `no ${item} named ${shown(itemName)}`;
  const naming = pools.map(({ what }) => what.find((one) => isInstance(one, itemName, given)));
  const named = naming.at(-1);
  if (named === undefined) {
    const first = naming.indexOf(undefined);
    const back = naming.findIndex((one, at) => at > first && one !== undefined);
    if (pools.length < 2 || naming.at(-2) !== undefined) {
      const cause = `List leaves the ${item} out once, and was not asked again.`;
      return [trouble(later.exchange, 'asked-once', cause)];
    }
    const cause = `List names the ${item} again, and within the settle time no longer.`;
    const seen = pools[back]?.exchange;
    const details = { expected, actual: 'it is named' };
    return seen === undefined ? [] : [drift(seen, AGAIN.List.passes, cause, details)];
  }
  const details = { expected, actual: described(named) };
  if (acceptance(subject) !== 'accepted') {
    const cause = `The ${item} is still listed, and whether the DELETE was accepted is unknown.`;
    return [trouble(later.exchange, 'acceptance', cause, details)];
  }
  if (!wasLastList(subject, later.exchange)) {
    const cause = `List was not answered when the settle time was over, and named the ${item} before.`;
    return [trouble(later.exchange, 'list', cause, details)];
  }
  if (subject.evidence.blocked !== null) {
    const cause = `The wait for the ${item} to go from List was broken off.`;
    return [trouble(later.exchange, 'broken-off', cause, details)];
  }
  const stays = `List still names the ${item} when the settle time is over.`;
  return [violation(later.exchange, 'still-listed', stays, details)];
}

/** Whether no later List was asked for in vain. */
function wasLastList(subject: Subject, { index }: Exchange): boolean {
  return !after(subject).some((one) => one.purpose === 'list' && one.index > index);
}
