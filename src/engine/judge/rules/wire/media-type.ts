import { shown } from '../../../contract/actual.ts';
import { documentedAs } from '../../../contract/media-types.ts';
import { answeredWith } from '../../body/answered.ts';
import { headerValues, mediaTypeOf } from '../../body/media-type.ts';
import { hasBody, perAnswer } from '../../demands.ts';
import { violation } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const mediaType = {
  id: 'wire/media-type',
  title: 'MUST say the documented media type of a documented answer',
  basis: 'http',
  clause: 'RFC 9110, section 8.3',
  needsHeaders: true,
  demands: perAnswer(
    { facet: 'media-type', isAbout: hasBody },
    ({ named, mediaTypes }) => `MUST say ${listed(mediaTypes)} of the ${named}`,
    ({ mediaTypes, mediaSource }) =>
      mediaSource ?? {
        breaks: {
          basis: 'documented',
          note: `RFC 9110 has an answer say what its body is; that it is ${listed(mediaTypes)} the description says.`,
        },
      },
  ),
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
    if (documentedAs(documented.mediaTypes, essence) !== null) return [];
    const values = headerValues(response, 'content-type');
    return [
      violation(
        exchange,
        values.length === 0 ? 'no-media-type' : 'media-type',
        'The answer does not say that its body is the documented media type.',
        {
          expected: listed(documented.mediaTypes),
          actual: values.length === 0 ? 'no `Content-Type`' : shown(values.join('; then ')),
        },
      ),
    ];
  },
} as const satisfies Rule;

function listed(mediaTypes: readonly string[]): string {
  return mediaTypes.map((one) => `\`${one}\``).join(' or ');
}
