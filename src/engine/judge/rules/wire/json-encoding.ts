import type { Finding } from '../../../model/finding.ts';
import { answeredInJson } from '../../body/answered.ts';
import { readBody } from '../../body/body.ts';
import { isOfJson, perAnswer } from '../../demands.ts';
import { violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const jsonEncoding = {
  id: 'wire/json-encoding',
  title: 'MUST have a body in UTF-8 without a byte order mark in a documented answer',
  basis: 'http',
  clause: 'RFC 8259, section 8.1',
  needsBytes: true,
  demands: perAnswer(
    { facet: 'json', name: 'encoding', isAbout: isOfJson },
    ({ named }) => `MUST have the body of the ${named} in UTF-8, without a byte order mark`,
  ),
  appliesTo: (subject, demand) => {
    const body = answeredInJson(subject, demand)?.response.body;
    return (
      body !== undefined && body.data !== '' && body.codingError === undefined && body.truncated !== true
    );
  },
  unseen: unseenAnswer,
  judge: (subject, demand) => {
    const answer = answeredInJson(subject, demand);
    if (answer === null) return [];
    const { exchange, response } = answer;
    const found: Finding[] = [];
    if (response.body.encoding !== 'utf-8') {
      found.push(
        violation(exchange, 'not-utf-8', 'The body has bytes that are no UTF-8.', { expected: 'UTF-8' }),
      );
    }
    if (readBody(response.body).byteOrderMark) {
      found.push(
        violation(exchange, 'byte-order-mark', 'The body begins with a byte order mark.', {
          expected: 'no byte order mark',
        }),
      );
    }
    return found;
  },
} as const satisfies Rule;
