import { shown } from '../../../contract/actual.ts';
import { isObject } from '../../../contract/json-value.ts';
import { stepsOf, valueAt } from '../../../contract/pointer.ts';
import type { Finding } from '../../../model/finding.ts';
import { jsonAnswer, judgedBody } from '../../body/answered.ts';
import { perAnswer } from '../../demands.ts';
import { drift } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const members = {
  id: 'body/members',
  title: 'SHOULD have documented members alone in a documented answer',
  basis: 'documented',
  clause: 'Response Parameters',
  readings: ['undocumented-members'],
  demands: (given, rule) =>
    perAnswer(
      'members',
      null,
      (status) => `SHOULD have in the ${status} only members that a page names`,
    )(given, rule).map((demand) => ({ ...demand, clause: `${rule.clause}, status code ${demand.status}` })),
  appliesTo: (subject, demand) => isObject(jsonAnswer(subject, demand)?.value),
  unseen: unseenAnswer,
  judge: (subject, demand): readonly Finding[] => {
    const answer = jsonAnswer(subject, demand);
    if (answer === null) return [];
    return judgedBody(answer, answer.value).undocumented.map((pointer) =>
      drift(answer.exchange, 'The body has a member that no page names.', {
        pointer,
        expected: 'no such member',
        actual: shown(valueAt(answer.value, stepsOf(pointer))),
        note: 'The tables name what an answer has; what else it may have no page says.',
      }),
    );
  },
} as const satisfies Rule;
