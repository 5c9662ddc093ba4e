import type { ServerResponse } from 'node:http';
import { type Answer, bytesOf } from '../../../../../trials/mock/answer.ts';
import { isAcceptedDelete, writtenWhere } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import { REFUSED, type Refused } from './refusals.ts';

/** How an answer is written that does not arrive as one. */
type Write = (response: ServerResponse, answer: Answer) => void;

/** Writes bytes to the socket and closes it, past Node's own writer. */
const raw =
  (text: (head: string, body: Buffer) => string | Buffer): Write =>
  (response, answer) => {
    const body = bytesOf(answer);
    const type = 'Content-Type: application/json';
    response.socket?.end(text(`HTTP/1.1 200 OK\r\n${type}\r\nConnection: close\r\n`, body));
  };

const CHUNKED = 'Transfer-Encoding: chunked\r\n\r\n';

const whole = (body: Buffer) => `Content-Length: ${body.length}\r\n\r\n${body.toString('latin1')}`;

const chunked = (body: Buffer, behind: string) =>
  `${body.length.toString(16)}${behind}\r\n${body.toString('latin1')}\r\n0\r\n\r\n`;

const cutAfter =
  (share: (length: number) => number): Write =>
  (response, answer) => {
    const bytes = bytesOf(answer);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length) });
    response.flushHeaders();
    response.write(bytes.subarray(0, share(bytes.length)), () => response.destroy());
  };

/** What befalls the answer to an accepted DELETE, which takes effect; words that follow "The answer to an accepted DELETE". */
const WAYS = {
  // The connection is left open without a byte.
  'silent-delete': ['never comes', () => undefined],
  'hangs-up': ['does not come, and its connection is closed', (response) => response.destroy()],
  resets: ['does not come, and its connection is reset', (response) => response.socket?.resetAndDestroy()],
  'not-http': [
    'is of bytes that are no HTTP',
    (response) => response.socket?.end('SSH-2.0-plugin_service\r\n'),
  ],
  'cut-status-line': ['breaks off in its status line', raw(() => 'HTTP/1.1 20')],
  'cut-headers': ['breaks off in its headers', raw((head) => head.slice(0, -12))],
  'cut-before-body': ['breaks off after its headers', raw((head) => `${head}Content-Length: 400\r\n\r\n`)],
  'cut-answer': ['breaks off in the middle of its body', cutAfter((length) => length / 2)],
  'cut-last-byte': ['lacks the last byte of its body', cutAfter((length) => length - 1)],
  'cut-chunk': [
    'breaks off in a chunk of its body',
    raw((head) => `${head}Transfer-Encoding: chunked\r\n\r\n400\r\n{"kind":"Plugin"`),
  ],
  'last-chunk-missing': [
    'lacks its last chunk',
    raw((head, body) => {
      const size = body.length.toString(16);
      return `${head}Transfer-Encoding: chunked\r\n\r\n${size}\r\n${body.toString('latin1')}\r\n`;
    }),
  ],
  'bad-chunk-size': [
    'has a chunk whose size is no number',
    raw(
      (head, body) =>
        `${head}Transfer-Encoding: chunked\r\n\r\nlong\r\n${body.toString('latin1')}\r\n0\r\n\r\n`,
    ),
  ],
  'bad-header': [
    'has a header line that is none',
    raw(
      (head, body) => `${head}no header\r\nContent-Length: ${body.length}\r\n\r\n${body.toString('latin1')}`,
    ),
  ],
  'two-lengths': [
    'has two lengths',
    raw((head, body) => {
      const length = `Content-Length: ${body.length}\r\n`;
      return `${head}${length}Content-Length: 1\r\n\r\n${body.toString('latin1')}`;
    }),
  ],
  'both-framings': [
    'has a length and chunks',
    raw((head, body) => `${head}Content-Length: ${body.length}\r\n${CHUNKED}${chunked(body, '')}`),
  ],
  'space-before-colon': [
    'has a header with a space before its colon',
    raw((head, body) => `${head}X-Trace : 1\r\n${whole(body)}`),
  ],
  'bare-line-feeds': [
    'has lines that end in a line feed alone',
    raw((head, body) => `${head}X-Trace: 1\n${whole(body)}`),
  ],
  'space-after-chunk-size': [
    'has a chunk with a space behind its size',
    raw((head, body) => `${head}${CHUNKED}${chunked(body, ' ')}`),
  ],
  'unknown-version': [
    'is of a version of HTTP that is none',
    raw((head, body) => `${head.replace('HTTP/1.1', 'HTTP/9.9')}${whole(body)}`),
  ],
  'never-ending': [
    'begins and never ends',
    (response, answer) => {
      // Without a length Node sends chunks, and the last one stays out.
      response.writeHead(answer.status, answer.headers).write(bytesOf(answer));
    },
  ],
} as const satisfies Readonly<Record<string, readonly [says: string, write: Write]>>;

/** What befalls the answer to a request that has to be refused, whenever it is sent. */
const WAYS_OF_REFUSING = ['hangs-up', 'cut-answer'] as const;

const ofAccepted: readonly Deviation[] = Object.entries(WAYS).map(([name, [says, write]]) => ({
  name,
  title: `The answer to an accepted DELETE ${says}.`,
  catches: 'delete.200.status',
  write: writtenWhere(isAcceptedDelete, write),
}));

function ofRefused({ slug, says, requirement, is }: Refused): readonly Deviation[] {
  return WAYS_OF_REFUSING.map((way) => ({
    name: `${slug}-${way}`,
    title: `The answer to a ${says} ${WAYS[way][0]}.`,
    catches: requirement,
    write: writtenWhere(is, WAYS[way][1]),
  }));
}

/** Everything that can befall the connection while a request under test is answered. */
export const brokenOff: readonly Deviation[] = [...ofAccepted, ...REFUSED.flatMap(ofRefused)];
