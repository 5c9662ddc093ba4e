import { shown } from '../../../contract/actual.ts';
import { clauseOfNoBody } from '../../../contract/answer-key.ts';
import type { Finding } from '../../../model/finding.ts';
import { answeredWith } from '../../body/answered.ts';
import { headerValues } from '../../body/media-type.ts';
import { hasBody, perAnswer } from '../../demands.ts';
import { drift, violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const none = {
  id: 'body/none',
  title:
    'MUST have no body in an answer that has none by HTTP, and SHOULD have none where none is documented',
  basis: 'http',
  clause: 'RFC 9110, section 6.4.1',
  demands: perAnswer(
    { facet: 'body', field: '', isAbout: (answer) => !hasBody(answer) },
    ({ key, named }) => `${clauseOfNoBody(key) === null ? 'SHOULD' : 'MUST'} have no body in the ${named}`,
    ({ key, basis, clause }) => {
      const ofHttp = clauseOfNoBody(key);
      return ofHttp === null ? { basis, clause } : { clause: ofHttp };
    },
  ),
  appliesTo: (subject, demand) => answeredWith(subject, demand) !== null,
  unseen: unseenAnswer,
  judge: (subject, demand): readonly Finding[] => {
    const answer = answeredWith(subject, demand);
    if (answer === null) return [];
    const { exchange, response, documented } = answer;
    const expected = 'no body';
    const { data } = response.body;
    if (clauseOfNoBody(documented.key) === null) {
      const note = 'The description has no body for this answer; that it means there is none is a reading.';
      const details = { expected, actual: shown(data), note };
      return data === ''
        ? []
        : [drift(exchange, 'body-there', 'The answer has a body, and none is documented.', details)];
    }
    if (data !== '')
      return [
        violation(exchange, 'body-there', 'Behind the head of the answer more came.', {
          expected,
          actual: shown(data),
        }),
      ];
    const length =
      documented.key === '304' ? undefined : headerValues(response, 'content-length').find(isMore);
    return length === undefined
      ? []
      : [
          violation(exchange, 'length-there', 'The answer says that it has a body.', {
            expected,
            actual: `\`Content-Length: ${length}\``,
          }),
        ];
  },
} as const satisfies Rule;

/** RFC 9110, section 8.6, allows a 204 no length at all; one of zero leads nobody astray. */
function isMore(length: string): boolean {
  return /[1-9]/.test(length);
}
