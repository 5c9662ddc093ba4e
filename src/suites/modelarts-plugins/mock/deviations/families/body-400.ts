import type { Deviation } from '../../deviation.ts';
import { answers } from '../answers.ts';
import { bodyDeviations, type KnownOf, type Wrong } from './fields.ts';

/** Codes that are not a prefix, a dot and 4 to 8 digits, by the name of the deviation. */
const CODES: Readonly<Record<string, string>> = {
  'error-code-shape': '50004000',
  'error-code-without-digits': 'ModelArts.BadRequest',
  'error-code-short': 'ModelArts.400',
  'error-code-long': 'ModelArts.500040001',
  'error-code-dash': 'ModelArts-50004000',
  'error-code-prefix-alone': 'ModelArts.',
  'error-code-spaces': ' ModelArts.50004000 ',
  'error-code-line-break': 'ModelArts.50004000\n',
  'error-code-empty': '',
};

/** Names that last, and wrong values of the right type, by where the description has the member. */
const KNOWN: KnownOf<400> = {
  '': { slug: 'error-body' },
  error_code: {
    names: { missing: 'refusal-without-code' },
    wrong: Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, wrongCode(code)])),
  },
  error_msg: {
    wrong: { 'error-msg-empty': { value: '', says: 'an empty `error_msg`' } },
  },
};

/** Every documented field of the 400, each in every way in which it can be wrong. */
export const body400: readonly Deviation[] = answers
  .filter(({ key }) => key === '400')
  .flatMap((answer) => bodyDeviations(answer, KNOWN));

function wrongCode(code: string): Wrong {
  return { value: code, says: `${JSON.stringify(code)} for \`error_code\`` };
}
