import { shown } from '../../../contract/actual.ts';
import { answeredInJson } from '../../body/answered.ts';
import { charsetsOf, headerValues } from '../../body/media-type.ts';
import { isOfJson, perAnswer } from '../../demands.ts';
import { drift } from '../../finding.ts';
import { unseenAnswer } from '../../not-observed.ts';
import type { Rule } from '../../rule.ts';

export const jsonCharset = {
  id: 'wire/json-charset',
  title: 'SHOULD name no charset but UTF-8 for the body of a documented answer',
  basis: 'http',
  // The parameter has no effect on JSON, so that another one is no more than a wrong word.
  clause: 'RFC 8259, section 11',
  demands: perAnswer(
    { facet: 'json', name: 'charset', isAbout: isOfJson },
    ({ named }) => `SHOULD name no charset but UTF-8 for the body of the ${named}`,
  ),
  appliesTo: (subject, demand) => {
    const answer = answeredInJson(subject, demand);
    return answer !== null && headerValues(answer.response, 'content-type').length > 0;
  },
  unseen: unseenAnswer,
  judge: (subject, demand) => {
    const answer = answeredInJson(subject, demand);
    if (answer === null) return [];
    const [other] = charsetsOf(answer.response).filter((charset) => !/^utf-?8$/i.test(charset));
    if (other === undefined) return [];
    return [
      drift(
        answer.exchange,
        'charset',
        'The answer says that its JSON is in another charset, which has no effect.',
        {
          expected: 'UTF-8, or no charset',
          actual: shown(other),
        },
      ),
    ];
  },
} as const satisfies Rule;
