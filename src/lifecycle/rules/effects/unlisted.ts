import { shown } from '../../../engine/contract/actual.ts';
import { isToBeAccepted, single } from '../../../engine/judge/demands.ts';
import { drift, trouble, violation } from '../../../engine/judge/finding.ts';
import { notAccepted } from '../../../engine/judge/not-observed.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import { after } from '../../../engine/judge/subjects.ts';
import type { Exchange } from '../../../engine/model/exchange.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import { acceptance } from '../../effects/acceptance.ts';
import { described } from '../../effects/changes.ts';
import { givenInstance, isInstance } from '../../effects/given.ts';
import { ownTemplate } from '../../effects/own.ts';
import { resourceOf } from '../../effects/resource.ts';
import { poolIn } from '../../effects/snapshot.ts';

export const unlisted = {
  id: 'effects/unlisted',
  title: 'MUST have deleted the plug-in: List stops naming it',
  basis: 'documented',
  clause: 'Function',
  breaks: {
    basis: 'reading',
    note: 'The page says that the plug-in is deleted; that List stops naming it within the settle time is a reading.',
  },
  readings: ['accepted'],
  demands: single('effect', 'unlisted', isToBeAccepted),
  appliesTo: (subject) => acceptance(subject) !== 'no',
  unseen: notAccepted,
  judge: (subject): readonly Finding[] => {
    const resource = resourceOf(subject);
    const pools = after(subject).flatMap((one) => poolIn(resource, one) ?? []);
    const later = pools.at(-1);
    const template = ownTemplate(subject);
    if (later === undefined || template === null) {
      return [trouble(subject.exchange, 'List was not answered with a pool after the DELETE.')];
    }
    const given = givenInstance(subject);
    const expected = `no plug-in of the template ${shown(template)}`;
    const naming = pools.map(({ what }) => what.find((one) => isInstance(one, template, given)));
    const named = naming.at(-1);
    if (named === undefined) {
      const first = naming.indexOf(undefined);
      const back = naming.findIndex((one, at) => at > first && one !== undefined);
      if (pools.length < 2 || naming.at(-2) !== undefined) {
        return [trouble(later.exchange, 'List leaves the plug-in out once, and was not asked again.')];
      }
      const cause = 'List names the plug-in again, and within the settle time no longer.';
      return back === -1
        ? []
        : [drift(pools[back]?.exchange ?? null, cause, { expected, actual: 'it is named' })];
    }
    const details = { expected, actual: described(named) };
    if (acceptance(subject) !== 'accepted') {
      const cause = 'The plug-in is still listed, and whether the DELETE was accepted is unknown.';
      return [trouble(later.exchange, cause, details)];
    }
    if (!wasLastList(subject, later.exchange)) {
      const cause = 'List was not answered when the settle time was over, and named the plug-in before.';
      return [trouble(later.exchange, cause, details)];
    }
    if (subject.evidence.blocked !== null) {
      return [trouble(later.exchange, 'The wait for the plug-in to go from List was broken off.', details)];
    }
    return [violation(later.exchange, 'List still names the plug-in when the settle time is over.', details)];
  },
} as const satisfies Rule;

/** Whether no later List was asked for in vain. */
function wasLastList(subject: Subject, { index }: Exchange): boolean {
  return !after(subject).some((one) => one.purpose === 'list' && one.index > index);
}
