import { shown } from '../../../contract/actual.ts';
import { answeredWith } from '../../body/answered.ts';
import { headerValues, mediaTypeOf } from '../../body/media-type.ts';
import { perAnswer } from '../../demands.ts';
import { violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const mediaType = {
  id: 'wire/media-type',
  title: 'MUST say `application/json` of a documented answer',
  basis: 'http',
  clause: 'RFC 9110, section 8.3, and the sibling pages',
  breaks: {
    basis: 'sibling',
    note: 'RFC 9110 has an answer say what its body is; that it is `application/json` the sibling pages show.',
  },
  demands: perAnswer('media-type', null, (status) => `MUST say \`application/json\` of the ${status}`),
  appliesTo: (subject, demand) => {
    const answer = answeredWith(subject, demand);
    if (answer === null) return false;
    return answer.response.body.data !== '' || headerValues(answer.response, 'content-type').length > 0;
  },
  unseen: unseenAnswer,
  judge: (subject, demand) => {
    const answer = answeredWith(subject, demand);
    if (answer === null) return [];
    const { exchange, response, documented } = answer;
    const essence = mediaTypeOf(response)?.essence ?? '';
    if (documented.mediaTypes.includes(essence)) return [];
    const values = headerValues(response, 'content-type');
    return [
      violation(exchange, 'The answer does not say that its body is the documented media type.', {
        expected: documented.mediaTypes.map((one) => `\`${one}\``).join(' or '),
        actual: values.length === 0 ? 'no `Content-Type`' : shown(values.join('; then ')),
      }),
    ];
  },
} as const satisfies Rule;
