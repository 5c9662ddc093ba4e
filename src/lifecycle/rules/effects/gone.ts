import { statusOfAnswer } from '../../../engine/judge/body/read-answer.ts';
import { isToBeAccepted, single } from '../../../engine/judge/demands.ts';
import { drift, trouble, violation } from '../../../engine/judge/finding.ts';
import { notAccepted } from '../../../engine/judge/not-observed.ts';
import type { Rule } from '../../../engine/judge/rule.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import { acceptance } from '../../effects/acceptance.ts';
import { waitedFor, waitWasOver } from '../../effects/before-and-after.ts';
import { resourceOf } from '../../effects/resource.ts';
import { saysWhatIsThere } from '../../effects/snapshot.ts';

const EXPECTED = '404 or 400 to Show';

const NO_410 = 'No page has 410; that it is drift and no violation is a reading.';

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
  demands: single('effect', 'gone', isToBeAccepted),
  appliesTo: (subject) => acceptance(subject) !== 'no',
  unseen: notAccepted,
  judge: (subject): readonly Finding[] => {
    const resource = resourceOf(subject);
    const shows = waitedFor(subject);
    const show = shows.at(-1);
    if (show === undefined) return [trouble(subject.exchange, 'Show was not asked after the DELETE.')];
    const status = statusOfAnswer(show);
    const details = { expected: EXPECTED, actual: String(status ?? show.trouble?.message ?? 'no answer') };
    if (resource.saysGone(status)) {
      const saying = shows.filter((one) => saysWhatIsThere(resource, one));
      if (saying.length < 2 || !resource.saysGone(statusOfAnswer(saying.at(-2) ?? show))) {
        return [trouble(show, 'Show says once that the plug-in is gone, and was not asked again.', details)];
      }
      const first = shows.findIndex((one) => resource.saysGone(statusOfAnswer(one)));
      const again = shows.find((one, at) => at > first && statusOfAnswer(one) === 200);
      return [
        ...(status === 410
          ? [drift(show, 'Show says 410 of the deleted plug-in.', { ...details, note: NO_410 })]
          : []),
        ...(again === undefined
          ? []
          : [
              drift(again, 'Show finds the plug-in again, and within the settle time no longer.', {
                expected: EXPECTED,
                actual: '200',
              }),
            ]),
      ];
    }
    if (status !== 200) return [trouble(show, 'Show did not say whether the plug-in is gone.', details)];
    if (acceptance(subject) !== 'accepted') {
      const cause = 'The plug-in is still there, and whether the DELETE was accepted is unknown.';
      return [trouble(show, cause, details)];
    }
    return waitWasOver(subject)
      ? [violation(show, 'Show still finds the plug-in when the settle time is over.', details)]
      : [trouble(show, 'The wait for the plug-in to go was broken off.', details)];
  },
} as const satisfies Rule;
