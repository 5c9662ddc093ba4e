import type { Field } from '../../../model/contract.ts';
import type { Finding } from '../../../model/finding.ts';
import { answeredInJson, judgedAnswer, judgedBody } from '../../body/answered.ts';
import { DEEPEST, readBody } from '../../body/body.ts';
import { perField } from '../../demands.ts';
import { trouble, violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Demand, Rule, Subject } from '../../rule.ts';

export const schema = {
  id: 'body/schema',
  title: 'MUST have each documented member as it is documented',
  basis: 'documented',
  clause: 'Response Parameters',
  demands: perField(({ named, path, expected, required, within }) => {
    if (path === '') return `MUST have as the body of the ${named}: ${expected}`;
    if (!required) return `MUST give \`${path}\` in the ${named} as ${expected}, where it is there`;
    const where = within === null ? '' : ` wherever ${within} is there`;
    return `MUST have \`${path}\` in the ${named}${where}: ${expected}`;
  }),
  appliesTo: (subject, demand) => {
    if (isTooDeep(subject, demand)) return true;
    const answer = judgedAnswer(subject, demand);
    if (answer === null) return false;
    const { errors, observed } = judgedBody(answer, answer.value);
    // A mandatory member that is missing is not observed either, but an error.
    return observed.has(demand.field ?? '') || errors.some(({ field }) => field === demand.field);
  },
  unseen: unseenAnswer,
  judge: (subject, demand): readonly Finding[] => {
    if (isTooDeep(subject, demand)) {
      const levels = documentedLevels(answeredInJson(subject, demand)?.documented.fields ?? []);
      return [
        violation(subject.exchange, 'too-deep', `The body is nested more than ${DEEPEST} levels deep.`, {
          expected: 'an object of the documented depth',
          basis: 'reading',
          note: `No page bounds the depth; the documented body has ${levels} levels.`,
        }),
      ];
    }
    const answer = judgedAnswer(subject, demand);
    if (answer === null) return [];
    const found = judgedBody(answer, answer.value)
      .errors.filter(({ field }) => field === demand.field)
      .map(({ field, code, message, ...details }) => violation(answer.exchange, code, message, details));
    if (found.length > 0 || !readBody(answer.response.body).partial) return found;
    return [
      trouble(
        answer.exchange,
        'not-kept',
        'The body is longer than is kept; what was kept is as documented.',
      ),
    ];
  },
} as const satisfies Rule;

/** Told of the body itself, not of every field. */
function isTooDeep(subject: Subject, demand: Demand): boolean {
  const answer = demand.field === '' ? answeredInJson(subject, demand) : null;
  return answer !== null && readBody(answer.response.body).state === 'too-deep';
}

/** The levels of arrays and objects that a body has by what is documented of it: a member lies one deeper than what holds it. */
function documentedLevels(fields: readonly Field[]): number {
  return Math.max(0, ...fields.map(({ steps }) => steps.length)) + 1;
}
