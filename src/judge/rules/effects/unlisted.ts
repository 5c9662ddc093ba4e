import { shown } from '../../../contract/actual.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { Finding } from '../../../model/finding.ts';
import { acceptance } from '../../acceptance.ts';
import { isToBeAccepted, single } from '../../demands.ts';
import { drift, trouble, violation } from '../../finding.ts';
import { described } from '../../pool/changes.ts';
import { givenInstance, isInstance } from '../../pool/given.ts';
import { ownTemplate } from '../../pool/own.ts';
import { poolIn } from '../../pool/seen.ts';
import type { Rule, Subject } from '../../rule.ts';
import { after } from '../../subjects.ts';
import { notAccepted } from '../../unseen.ts';

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
    const pools = after(subject).flatMap((one) => poolIn(one) ?? []);
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
