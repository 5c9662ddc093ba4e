import { statusOfAnswer } from '../../../engine/judge/body/read-answer.ts';
import { isToChange, single } from '../../../engine/judge/demands.ts';
import { trouble } from '../../../engine/judge/finding.ts';
import { requestOf } from '../../../engine/judge/probe-words.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import { poolBefore, poolsAfter, poolsAround } from '../../effects/before-and-after.ts';
import { damage, refusedTries } from '../../effects/refused.ts';
import type { JudgedResource } from '../../effects/resource.ts';

export const refusedUnchanged = ({ words: { collection }, readings }: JudgedResource) =>
  ({
    id: 'effects/refused-unchanged',
    title: `MUST leave the ${collection} as it was where the request is refused`,
    basis: 'http',
    clause: 'RFC 9110, section 15.5',
    breaks: {
      basis: 'reading',
      note: 'RFC 9110 says that a 4xx refuses a request; that nothing was done then is a reading.',
    },
    readings: readings.refused,
    demands: single('effect', 'refused-unchanged', isToChange),
    // What an accepted one did is told by its status. Of a try that got no answer only the effects count.
    appliesTo: (subject) => isRefused(subject) || damage(subject).length > 0,
    unseen: () => ({ reason: 'No request was refused.' }),
    looks: (subject) => subject.tries.flatMap((one) => poolsAround(subject, one)),
    judge: (subject): readonly Finding[] => {
      const { exchange } = subject;
      const found = damage(subject);
      if (exchange === null || !isRefused(subject) || found.length > 0) return found;
      const missing =
        poolBefore(subject, exchange) === null
          ? 'before'
          : poolsAfter(subject, exchange).length === 0
            ? 'after'
            : null;
      if (missing === null) return [];
      const message = `List was not answered with a ${collection} ${missing} a ${requestOf(subject.probe)}.`;
      return [trouble(exchange, 'list', message)];
    },
  }) as const satisfies Rule;

/** Whether the last try was refused by a whole answer. */
function isRefused(subject: Subject): boolean {
  const { exchange } = subject;
  const last = refusedTries(subject).at(-1);
  return exchange !== null && last === exchange && statusOfAnswer(last) !== null;
}
