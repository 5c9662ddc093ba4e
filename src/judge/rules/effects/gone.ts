import type { Finding } from '../../../model/finding.ts';
import { acceptance } from '../../acceptance.ts';
import { single } from '../../demands.ts';
import { drift, trouble, violation } from '../../finding.ts';
import { finalShow, waitWasOver } from '../../pool/around.ts';
import { statusOfAnswer } from '../../pool/seen.ts';
import { ACCEPTED } from '../../rows.ts';
import type { Rule } from '../../rule.ts';
import { NOT_ACCEPTED } from '../../unseen.ts';

const EXPECTED = '404 or 400 to Show';

export const gone = {
  id: 'effects/gone',
  title: 'MUST have deleted the plug-in: Show stops finding it',
  basis: 'documented',
  clause: 'Function',
  breaks: {
    basis: 'documented',
    note: 'The page says that the plug-in is deleted; that Show tells so within the settle time is a reading.',
  },
  readings: ['accepted'],
  rows: ACCEPTED,
  demands: single('delete.effect.gone'),
  appliesTo: (subject) => acceptance(subject) !== 'no',
  unseen: () => NOT_ACCEPTED,
  judge: (subject): readonly Finding[] => {
    const show = finalShow(subject);
    if (show === null) return [trouble(subject.exchange, 'Show was not asked after the DELETE.')];
    const status = statusOfAnswer(show);
    const details = { expected: EXPECTED, actual: String(status ?? show.trouble?.message ?? 'no answer') };
    if (status === 404 || status === 400) return [];
    if (status === 410) {
      const note = 'No page has 410; that it is drift and no violation is a reading.';
      return [drift(show, 'Show says 410 of the deleted plug-in.', { ...details, note })];
    }
    if (status !== 200) return [trouble(show, 'Show did not say whether the plug-in is gone.', details)];
    if (acceptance(subject) !== 'accepted') {
      return [
        trouble(show, 'The plug-in is still there, and whether the DELETE was accepted is unknown.', details),
      ];
    }
    if (!waitWasOver(subject)) {
      return [trouble(show, 'The wait for the plug-in to go was broken off.', details)];
    }
    return [violation(show, 'Show still finds the plug-in when the settle time is over.', details)];
  },
} as const satisfies Rule;
