import { shown } from '../../../contract/actual.ts';
import { answeredInJson } from '../../body/answered.ts';
import { MOST_VALUES, readBody } from '../../body/body.ts';
import { isOfJson, perAnswer } from '../../demands.ts';
import { trouble, violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

const EXPECTED = 'one JSON text, whole (RFC 8259)';
const TOO_LONG = 'The body is longer than is read, or takes longer to be unpacked than a request may take.';

export const json = {
  id: 'wire/json',
  title: 'MUST have a JSON body in a documented answer',
  basis: 'http',
  clause: 'RFC 8259, section 2',
  demands: perAnswer(
    { facet: 'json', isAbout: isOfJson },
    ({ named }) => `MUST have one JSON text as the body of the ${named}`,
  ),
  appliesTo: (subject, demand) => {
    const answer = answeredInJson(subject, demand);
    // What nests too deep is a finding on the body, and is not parsed.
    return answer !== null && readBody(answer.response.body).state !== 'too-deep';
  },
  unseen: unseenAnswer,
  judge: (subject, demand) => {
    const answer = answeredInJson(subject, demand);
    if (answer === null) return [];
    const { exchange, response } = answer;
    const { codingError, codingUnsupported, bytesOnWire, unrecorded } = response.body;
    const { state, text } = readBody(response.body);
    switch (state) {
      case 'empty':
        return [
          violation(exchange, 'empty', 'The body is empty.', {
            expected: EXPECTED,
            actual: 'no body',
            basis: 'documented',
            note: 'The page lists what is in the body of this answer.',
          }),
        ];
      case 'not-json':
        return [
          violation(exchange, 'not-json', 'The body is not JSON.', {
            expected: EXPECTED,
            actual: shown(text),
          }),
        ];
      case 'unread':
        if (unrecorded !== undefined) return [trouble(exchange, 'not-recorded', unrecorded)];
        if (codingError === undefined) {
          const actual = `more than ${bytesOnWire} bytes`;
          return [trouble(exchange, 'not-read', TOO_LONG, { actual })];
        }
        return codingUnsupported === true
          ? [
              trouble(exchange, 'coding', 'The suite cannot undo the content coding of the body.', {
                actual: codingError,
              }),
            ]
          : [
              violation(exchange, 'coding', 'The content coding of the body cannot be undone.', {
                expected: EXPECTED,
                actual: codingError,
              }),
            ];
      case 'too-many':
        return [
          trouble(exchange, 'not-read', 'The body has more values than are read.', {
            actual: `more than ${MOST_VALUES} values`,
          }),
        ];
      default:
        return [];
    }
  },
} as const satisfies Rule;
