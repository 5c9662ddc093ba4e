import type { Deviation } from '../../deviation.ts';
import { type Field, fieldDeviations, type Wrong } from './fields.ts';

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

const FIELDS: readonly Field[] = [
  { slug: 'error-body', path: '', type: 'object' },
  {
    slug: 'error-code',
    path: 'error_code',
    type: 'string',
    mandatory: true,
    names: { missing: 'refusal-without-code' },
    wrong: Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, wrongCode(code)])),
  },
  {
    slug: 'error-msg',
    path: 'error_msg',
    type: 'string',
    mandatory: true,
    wrong: { 'error-msg-empty': { value: '', says: 'an empty `error_msg`' } },
  },
  { slug: 'request-id', path: 'request_id', type: 'string' },
];

/** Every documented field of the 400, each in every way in which it can be wrong. */
export const body400: readonly Deviation[] = FIELDS.flatMap((field) => fieldDeviations(400, field));

function wrongCode(code: string): Wrong {
  return { value: code, says: `${JSON.stringify(code)} for \`error_code\`` };
}
