import { statusOfAnswer } from '../../../engine/judge/body/read-answer.ts';
import { isToBeAccepted, single } from '../../../engine/judge/demands.ts';
import { drift, trouble, violation } from '../../../engine/judge/finding.ts';
import { notAccepted } from '../../../engine/judge/not-observed.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import { acceptance } from '../../effects/acceptance.ts';
import { AGAIN } from '../../effects/back-again.ts';
import { betweenLooks, exchangesUpTo, waitedFor, waitWasOver } from '../../effects/before-and-after.ts';
import { denialInWords, type JudgedResource, resourceOf, saysGone } from '../../effects/resource.ts';
import { saysWhatIsThere } from '../../effects/snapshot.ts';

export const gone = ({ words: { item }, clauses, readings }: JudgedResource) =>
  ({
    id: 'effects/gone',
    title: `MUST have deleted the ${item}: Show stops finding it`,
    basis: 'documented',
    clause: clauses.deletion,
    breaks: {
      basis: 'documented',
      note: `The page says that the ${item} is deleted; that Show tells so within the settle time is a reading.`,
    },
    readings: readings.deleted,
    demands: single('effect', 'gone', isToBeAccepted),
    appliesTo: (subject) => acceptance(subject) !== 'no',
    unseen: notAccepted,
    looks: waitedFor,
    judge: (subject) => betweenLooks(judged(subject), subject.exchange, exchangesUpTo(subject)),
  }) as const satisfies Rule;

function judged(subject: Subject): readonly Finding[] {
  const resource = resourceOf(subject);
  const { item } = resource.words;
  const shows = waitedFor(subject);
  const show = shows.at(-1);
  if (show === undefined) return [trouble(subject.exchange, 'show', 'Show was not asked after the DELETE.')];
  const status = statusOfAnswer(show);
  const expected = `${denialInWords(resource)} to Show`;
  const details = { expected, actual: String(status ?? show.trouble?.message ?? 'no answer') };
  if (saysGone(resource, status)) {
    const saying = shows.filter((one) => saysWhatIsThere(resource, one));
    if (saying.length < 2 || !saysGone(resource, statusOfAnswer(saying.at(-2) ?? show))) {
      const cause = `Show says once that the ${item} is gone, and was not asked again.`;
      return [trouble(show, 'asked-once', cause, details)];
    }
    const first = shows.findIndex((one) => saysGone(resource, statusOfAnswer(one)));
    const again = shows.find((one, at) => at > first && statusOfAnswer(one) === 200);
    const found: Finding[] = [];
    if (status !== null && resource.denials.drift.includes(status)) {
      const note = `No page has ${status}; that it is drift and no violation is a reading.`;
      const message = `Show says ${status} of the deleted ${item}.`;
      found.push(drift(show, `status-${status}`, message, { ...details, note }));
    }
    if (again !== undefined) {
      const message = `Show finds the ${item} again, and within the settle time no longer.`;
      found.push(drift(again, AGAIN.Show.passes, message, { expected, actual: '200' }));
    }
    return found;
  }
  if (status !== 200)
    return [trouble(show, 'show', `Show did not say whether the ${item} is gone.`, details)];
  if (acceptance(subject) !== 'accepted') {
    const cause = `The ${item} is still there, and whether the DELETE was accepted is unknown.`;
    return [trouble(show, 'acceptance', cause, details)];
  }
  const stays = `Show still finds the ${item} when the settle time is over.`;
  return waitWasOver(subject)
    ? [violation(show, 'still-shown', stays, details)]
    : [trouble(show, 'broken-off', `The wait for the ${item} to go was broken off.`, details)];
}
