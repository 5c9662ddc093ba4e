import { shown } from '../../../contract/actual.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { Finding } from '../../../model/finding.ts';
import { acceptance } from '../../acceptance.ts';
import { single } from '../../demands.ts';
import { trouble, violation } from '../../finding.ts';
import { after, poolAfter } from '../../pool/around.ts';
import { described } from '../../pool/changes.ts';
import { givenInstance, isInstance, ownTemplate } from '../../pool/own.ts';
import { ACCEPTED } from '../../rows.ts';
import type { Rule, Subject } from '../../rule.ts';
import { NOT_ACCEPTED } from '../../unseen.ts';

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
  rows: ACCEPTED,
  demands: single('delete.effect.unlisted'),
  appliesTo: (subject) => acceptance(subject) !== 'no',
  unseen: () => NOT_ACCEPTED,
  judge: (subject): readonly Finding[] => {
    const later = poolAfter(subject);
    const template = ownTemplate(subject);
    if (later === null || template === null) {
      return [trouble(subject.exchange, 'List was not answered with a pool after the DELETE.')];
    }
    const given = givenInstance(subject);
    const named = later.what.find((one) => isInstance(one, template, given));
    if (named === undefined) return [];
    const details = { expected: `no plug-in of the template ${shown(template)}`, actual: described(named) };
    if (acceptance(subject) !== 'accepted') {
      return [
        trouble(
          later.exchange,
          'The plug-in is still listed, and whether the DELETE was accepted is unknown.',
          details,
        ),
      ];
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
