import { shown } from '../../../contract/actual.ts';
import { isObject } from '../../../contract/json-value.ts';
import { stepsOf, valueAt } from '../../../contract/pointer.ts';
import type { Finding } from '../../../model/finding.ts';
import { judgedAnswer, judgedBody } from '../../body/answered.ts';
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
  demands: perAnswer(
    { facet: 'members', isAbout: ({ fields }) => fields.length > 0 },
    ({ named }) => `SHOULD have in the ${named} only members that a page names`,
    ({ key }) => ({ clause: `Response Parameters, status code ${key}` }),
  ),
  appliesTo: (subject, demand) => isObject(judgedAnswer(subject, demand)?.value),
  unseen: unseenAnswer,
  judge: (subject, demand): readonly Finding[] => {
    const answer = judgedAnswer(subject, demand);
    if (answer === null) return [];
    const { pointers, more } = judgedBody(answer, answer.value).undocumented;
    return pointers.map((pointer, at) =>
      drift(answer.exchange, 'undocumented', 'The body has a member that no page names.', {
        pointer,
        // The last one that is told stands for the others too.
        ...(at === pointers.length - 1 && more > 0 ? { count: 1 + more } : {}),
        expected: 'no such member',
        actual: shown(valueAt(answer.value, stepsOf(pointer))),
        note: 'The tables name what an answer has; what else it may have no page says.',
      }),
    );
  },
} as const satisfies Rule;
