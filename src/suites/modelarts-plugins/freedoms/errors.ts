import fc from 'fast-check';
import { documentedAnswer } from '../../../engine/contract/answer-key.ts';
import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import type { Contract } from '../../../engine/model/contract.ts';
import { text } from '../../../trials/conforming/values.ts';
import type { Answer } from '../../../trials/mock/answer.ts';
import { DELETE_PLUGIN } from '../operations.ts';
import type { Doing, Freedom } from './freedom.ts';

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

/** What looks like a file and a line, or like a frame, and is none. */
const HARMLESS: readonly string[] = [
  ...[
    'callback=https://hooks.example.rs:8443 is unreachable.',
    'No mongodb://u@db.py:27017,db2.py:27018/pools.',
  ],
  ...[
    'dial tcp db.internal.example.sh:5432: refused',
    '//cdn.example.pl:80 or proxy.example.com:3128 said no.',
  ],
  ...['http:\\/\\/[::1]:8080\\/x.py', 'host.docker.internal:2375 and 10.0.0.1:8080', 'ops@example.rs:25'],
  ...[
    'Node.js:18, node.js(20) and Next.js (14)',
    'registry/next.js:13, ghcr.io/acme/app.rs:3, python:3.11-slim',
  ],
  ...['log-agent:6.8.0-20250219120620 of chart.v2:12', 'Refused from 12:30:45 to 2025-03-17T12:29:18Z.'],
  ...['/srv/app/x.py and C:\\srv\\new.vb are missing.', 'values.yaml:12 nginx.conf:443 report.pdf 12:30'],
  ...[
    'line 12 of your request',
    'JSON parse error at line 3 column 5',
    'yaml: line 12: did not find expected key',
  ],
  ...['line 3: spec.template.inputs.foo must be a string', 'status.replicas at line 3 is no number'],
  ...[
    'at least 3 (three)\nat noon (UTC)',
    'Caused by: a missing name',
    'failed at Pools.remove(name)',
    '... 12 more',
  ],
  ...[
    'nodes "x.y" not found',
    'requests.nvidia.com/gpu:2',
    'See https://docs.example.com/errors.html:443#L12.',
  ],
  ...['<p>Ask <b>db.example.rs</b>:5432</p>', '{"host":"example.rs:8443","line":3}', '1: name\n2: version'],
];

/** Members beside the documented ones that are no more than they seem. */
const BESIDE: readonly JsonObject[] = [
  { file: 'report.pdf', pages: 3 },
  { name: 'premium', line: 3, column: 5 },
  { errors: [{ message: 'no', locations: [{ line: 2, column: 3 }], path: ['deletePlugin'] }] },
  { source: { pointer: '/spec/template' }, method: 'DELETE', line: 3 },
  { trace: '4bf92f3577b34da6a3ce929d0e0e4736', stack: 'premium', product_line: 3, file: 'x.go' },
  { host: 'example.rs', port: 8443, path: '/srv/app/x.py' },
];

const message = fc.oneof(
  fc.constantFrom(...HARMLESS),
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
      title: 'errors with members that look like a file or like a line',
      doing: fc.constantFrom(...BESIDE).map(saying),
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
  (answer) => ({
    ...answer,
    headers: { 'content-type': 'text/plain' },
    bytes: Buffer.from(`${HARMLESS.filter((one) => !/[\n&<{]/.test(one)).join('\n')}\n`),
  }),
  (answer) => ({ ...answer, body: { error: { code: 404, message: 'refused' } } }),
  (answer) => ({ ...answer, body: [] }),
];

/** A refusal of the DELETE that the description does not have has any body, and one of Show too. */
export const otherErrorsOf = ({ operations }: Contract): Freedom => ({
  name: 'other-errors',
  ways: ['HTML', 'empty', 'plain text', 'plain text with hosts and versions', 'other JSON', 'an array'].map(
    (what, at) => ({
      title: `the bodies of undocumented refusals: ${what}`,
      doing: fc.constant<Doing>({
        manner: () => ({
          answer: (answer, { asked, refusal }) =>
            refusal === null ||
            (asked.operation === DELETE_PLUGIN.id && isDocumented(operations, answer.status)) ||
            asked.operation === 'CreateToken'
              ? answer
              : (SHAPES[at]?.(answer) ?? answer),
        }),
      }),
    }),
  ),
});

function isDocumented(operations: Contract['operations'], status: number): boolean {
  const operation = operations.get(DELETE_PLUGIN.id);
  return operation !== undefined && documentedAnswer(operation, status) !== undefined;
}
