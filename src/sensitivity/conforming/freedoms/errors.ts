import fc from 'fast-check';
import type { Answer } from '../../../mock/answer.ts';
import { isJsonObject, type JsonObject } from '../../../mock/json.ts';
import type { Doing, Freedom } from '../freedom.ts';
import { text } from '../values.ts';

function saying(more: JsonObject): Doing {
  return {
    manner: () => ({
      answer: (answer, { refusal }) =>
        refusal === null || !isJsonObject(answer.body)
          ? answer
          : { ...answer, body: { ...answer.body, ...more } },
    }),
  };
}

const message = fc.oneof(
  text.filter((one) => one !== ''),
  fc.constantFrom(
    '错误'.repeat(5000),
    'Bad request. invalid nodepool name',
    'The plug-in "Not_A_Name!" at /v2/5f2c/pools/pool-1/plugins was not found (see https://docs.example.com/errors.html#50004000).',
    'Retry at 12:29:18, line 2, column 7.',
    '<b>bold</b>\r\n\u001b[31mred',
  ),
);

/** The texts of errors, and what stands beside them. */
export const errors: Freedom = {
  name: 'errors',
  ways: [
    { title: 'errors with any text', doing: message.map((error_msg) => saying({ error_msg })) },
    {
      title: 'errors with another code',
      doing: fc
        .constantFrom('APIG.0301', 'APIGW.0301', 'ModelArts.50015001', 'a.0000', 'X-Y_z9.12345678')
        .map((error_code) => saying({ error_code })),
    },
    {
      title: 'errors with a `request_id`',
      doing: fc
        .constantFrom('', '0123456789abcdef0123456789abcdef', 'none')
        .map((request_id) => saying({ request_id })),
    },
    {
      title: 'errors with `error_message` beside `error_msg`',
      doing: fc.constant(saying({ error_message: 'As the general page has it.', error_msg: 'Bad request.' })),
    },
  ],
};

/** A body of another shape than the documented one. */
const SHAPES: readonly ((answer: Answer) => Answer)[] = [
  (answer) => ({
    ...answer,
    headers: { 'content-type': 'text/html' },
    bytes: Buffer.from('<html><title>Refused</title></html>'),
  }),
  (answer) => ({ ...answer, headers: {}, bytes: Buffer.alloc(0) }),
  (answer) => ({
    ...answer,
    headers: { 'content-type': 'text/plain' },
    bytes: Buffer.from('refused \xff', 'latin1'),
  }),
  (answer) => ({ ...answer, body: { error: { code: 404, message: 'refused' } } }),
  (answer) => ({ ...answer, body: [] }),
];

/** Of the DELETE's answers the 200 and the 400 alone are documented: another refusal has any body, and one of Show too. */
export const otherErrors: Freedom = {
  name: 'other-errors',
  ways: ['HTML', 'empty', 'plain text', 'other JSON', 'an array'].map((what, at) => ({
    title: `the bodies of undocumented refusals: ${what}`,
    doing: fc.constant<Doing>({
      manner: () => ({
        answer: (answer, { asked, refusal }) =>
          refusal === null ||
          (answer.status === 400 && asked.operation === 'DeletePlugin') ||
          asked.operation === 'CreateToken'
            ? answer
            : (SHAPES[at]?.(answer) ?? answer),
      }),
    }),
  })),
};
