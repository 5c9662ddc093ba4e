import type { Socket } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { ask } from './ask.ts';

const STATUS = 'HTTP/1.1 200 OK\r\n';
const LENGTH = 'Content-Length: 2\r\n';
const CHUNKED = `${STATUS}Transfer-Encoding: chunked\r\n\r\n`;
const END = '0\r\n\r\n';

/** Answers that begin as HTTP and break RFC 9112, and what of it is told. */
const BREACHES: Readonly<Record<string, readonly [answer: string, says: string]>> = {
  'two different lengths': [`${STATUS}${LENGTH}Content-Length: 3\r\n\r\n{}`, '2 lines of `Content-Length`'],
  'two equal lengths': [`${STATUS}${LENGTH}${LENGTH}\r\n{}`, '2 lines of `Content-Length`'],
  'two lengths in a line': [`${STATUS}Content-Length: 2, 2\r\n\r\n{}`, '`Content-Length` is no number'],
  'a negative length': [`${STATUS}Content-Length: -1\r\n\r\n{}`, '`Content-Length` is no number'],
  'a length in words': [`${STATUS}Content-Length: two\r\n\r\n{}`, '`Content-Length` is no number'],
  'an empty length': [`${STATUS}Content-Length:\r\n\r\n{}`, '`Content-Length` is no number'],
  'an endless length': [`${STATUS}Content-Length: ${'9'.repeat(30)}\r\n\r\n{}`, 'beyond any body'],
  'both framings': [
    `${STATUS}${LENGTH}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n${END}`,
    'both a `Content-Length` and a `Transfer-Encoding`',
  ],
  'both framings, the other first': [
    `${STATUS}Transfer-Encoding: chunked\r\n${LENGTH}\r\n2\r\n{}\r\n${END}`,
    'both a `Content-Length` and a `Transfer-Encoding`',
  ],
  'chunks of chunks': [
    `${STATUS}Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n${END}`,
    'chunked more than once',
  ],
  'a transfer coding that nobody asked for': [
    `${STATUS}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n${END}`,
    'not asked for',
  ],
  'no colon': [`${STATUS}X-Trace one\r\n${LENGTH}\r\n{}`, 'no colon, "X-Trace one"'],
  'a space before a colon': [`${STATUS}X-Trace : one\r\n${LENGTH}\r\n{}`, 'a space before its colon'],
  'a space in a name': [`${STATUS}X Trace: one\r\n${LENGTH}\r\n{}`, 'character that no name may have'],
  'no name': [`${STATUS}: one\r\n${LENGTH}\r\n{}`, 'a header has no name'],
  'a blank before the first header': [`${STATUS} X: one\r\n${LENGTH}\r\n{}`, 'white space before the first'],
  'bare line feeds': [`HTTP/1.1 200 OK\nContent-Length: 2\n\n{}`, 'line feed alone, "HTTP/1.1 200 OK"'],
  'one bare line feed': [`${STATUS}X: one\n${LENGTH}\r\n{}`, 'line feed alone, "X: one"'],
  'a bare line feed at the end of the head': [`${STATUS}${LENGTH}\n{}`, 'line feed alone'],
  'a bare carriage return': [`${STATUS}X: one\rtwo\r\n${LENGTH}\r\n{}`, 'carriage return within it'],
  'a NUL in a header': [`${STATUS}X: o\0ne\r\n${LENGTH}\r\n{}`, 'a control character'],
  'a control character in a header': [`${STATUS}X: o\x01ne\r\n${LENGTH}\r\n{}`, 'a control character'],
  'a NUL in the reason': [`HTTP/1.1 200 O\0K\r\n${LENGTH}\r\n{}`, 'a control character'],
  'a version that is none': [`HTTP/9.9 200 OK\r\n${LENGTH}\r\n{}`, 'no version 1 of HTTP'],
  'version 2 in text': [`HTTP/2 200\r\n${LENGTH}\r\n{}`, 'no version 1 of HTTP'],
  'version 2.0 in text': [`HTTP/2.0 200 OK\r\n${LENGTH}\r\n{}`, 'no version 1 of HTTP'],
  'HTTP in small letters': [`http/1.1 200 OK\r\n${LENGTH}\r\n{}`, 'does not begin with `HTTP/`'],
  'a blank before the status line': [` ${STATUS}${LENGTH}\r\n{}`, 'does not begin with `HTTP/`'],
  'a status of two digits': [`HTTP/1.1 20 OK\r\n${LENGTH}\r\n{}`, 'no status of three digits'],
  'a status of four digits': [`HTTP/1.1 2000 OK\r\n${LENGTH}\r\n{}`, 'no status of three digits'],
  'no status': [`HTTP/1.1 OK\r\n${LENGTH}\r\n{}`, 'no status of three digits'],
  'a space behind the size of a chunk': [`${CHUNKED}2 \r\n{}\r\n${END}`, 'a space behind its size'],
  'a size that is no number': [`${CHUNKED}zz\r\n{}\r\n${END}`, 'no hexadecimal number'],
  'a size with a prefix': [`${CHUNKED}0x2\r\n{}\r\n${END}`, 'no hexadecimal number'],
  'no size': [`${CHUNKED}\r\n{}\r\n${END}`, 'no hexadecimal number'],
  'a negative size': [`${CHUNKED}-2\r\n{}\r\n${END}`, 'no hexadecimal number'],
  'an endless size': [`${CHUNKED}${'f'.repeat(18)}\r\n{}\r\n${END}`, 'beyond any body'],
  'more in a chunk than its size': [`${CHUNKED}2\r\n{}}}\r\n${END}`, 'longer than its size'],
  'chunks with bare line feeds': [`${CHUNKED}2\n{}\n0\n\n`, 'line feed alone'],
  'a chunk that a bare line feed ends': [`${CHUNKED}2\r\n{}\n${END}`, 'line feed alone'],
  'a trailer without a colon': [`${CHUNKED}2\r\n{}\r\n0\r\nX one\r\n\r\n`, 'no colon'],
  'an informational answer without a colon': [
    `HTTP/1.1 103 Early\r\nLink\r\n\r\n${STATUS}${LENGTH}\r\n{}`,
    'status 103',
  ],
};

for (const [title, [answer, says]] of Object.entries(BREACHES)) {
  test(`${title}: HTTP that breaks RFC 9112, and what it breaks`, async () => {
    const whole = await ask((socket) => socket.end(Buffer.from(answer, 'latin1')));
    expect(whole.exchange.trouble).toMatchObject({ kind: 'malformed' });
    expect(whole.exchange.trouble?.message).toMatch(/^An HTTP answer came.* that breaks RFC 9112: /);
    expect(whole.exchange.trouble?.message).toContain(says);
    expect(whole.exchange.trouble?.transient).toBeUndefined();
    // Node's parser may refuse a line that has not come whole.
    const { exchange } = await ask((socket) => writeInPieces(socket, answer, 7));
    expect(exchange.trouble).toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(/^An HTTP answer came.* that breaks RFC 9112: /),
    });
  });
}

/** Answers that RFC 9112 wants read, or lets be read. */
const READ: Readonly<Record<string, string>> = {
  'a folded header': `${STATUS}X: one\r\n two\r\n${LENGTH}\r\n{}`,
  'a fold with a tab': `${STATUS}X: one\r\n\t two\r\n${LENGTH}\r\n{}`,
  'a fold before the value': `${STATUS}X:\r\n one two\r\n${LENGTH}\r\n{}`,
  'a length in a fold': `${STATUS}X: one two\r\nContent-Length:\r\n 2\r\n\r\n{}`,
  'a folded trailer': `${CHUNKED.replace('\r\n\r\n', '\r\nX: one two\r\n\r\n')}2\r\n{}\r\n0\r\nY: a\r\n b\r\n\r\n`,
  'spaces before an extension of a chunk': `${CHUNKED.replace('\r\n\r\n', '\r\nX: one two\r\n\r\n')}2 ;a=b\r\n{}\r\n${END}`,
  'leading zeros in the size of a chunk': `${CHUNKED.replace('\r\n\r\n', '\r\nX: one two\r\n\r\n')}0002\r\n{}\r\n${END}`,
  'a later minor version': `HTTP/1.2 200 OK\r\nX: one two\r\n${LENGTH}\r\n{}`,
  'no reason and no space for it': `HTTP/1.1 200\r\nX: one two\r\n${LENGTH}\r\n{}`,
  'an empty line first': `\r\n${STATUS}X: one two\r\n${LENGTH}\r\n{}`,
  'another answer first': `HTTP/1.1 103 Early\r\nLink: a\r\n\r\n${STATUS}X: one two\r\n${LENGTH}\r\n{}`,
  'bytes beyond ASCII': `${STATUS}X: one two\r\nY: h\u00e9\r\n${LENGTH}\r\n{}`,
};

for (const [title, answer] of Object.entries(READ)) {
  test(`${title}: read`, async () => {
    for (const size of [answer.length, 7]) {
      const { exchange } = await ask((socket) => writeInPieces(socket, answer, size));
      expect(exchange.trouble).toBeNull();
      expect(exchange.response?.body.data).toBe('{}');
      const [, value = ''] = exchange.response?.headers.find(([name]) => name === 'X') ?? [];
      expect(value.replace(/\s+/g, ' ').trim()).toBe('one two');
    }
  });
}

test('a 204 ends with its head, whatever follows', async () => {
  const { exchange } = await ask((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n{}'));
  expect([exchange.trouble, exchange.response?.status]).toEqual([null, 204]);
});

test('the head of a malformed answer is no answer, and one with a malformed body keeps its status', async () => {
  const head = await ask((socket) => socket.end(`${STATUS}X one\r\n${LENGTH}\r\n{}`));
  expect(head.exchange.response).toBeNull();
  expect(head.exchange.trouble).toMatchObject({ bytes: expect.stringContaining('X one') });
  const body = await ask((socket) => socket.end(`${CHUNKED}2 \r\n{}\r\n${END}`));
  expect(body.exchange.response?.status).toBe(200);
});

test('a secret in a line that is told of stands nowhere', async () => {
  const secret = 'a-very-secret-token';
  const { exchange } = await ask((socket) => socket.end(`${STATUS}${secret} : x\r\n\r\n`), {
    secrets: [secret],
  });
  expect(exchange.trouble?.kind).toBe('malformed');
  expect(JSON.stringify(exchange)).not.toContain(secret);
});

test('nothing is shown of a head that may hold a secret which nobody knows yet', async () => {
  for (const line of ['X-Subject-Token : a-new-token', 'X-Subject-Token: a-new-token\r\nX 1']) {
    const { exchange } = await ask((socket) => socket.end(`${STATUS}${line}\r\n${LENGTH}\r\n{}`), {
      secretHeader: 'x-subject-token',
    });
    expect(exchange.trouble?.kind).toBe('malformed');
    expect(JSON.stringify(exchange)).not.toContain('a-new-token');
  }
});

test('headers beyond 1 MiB are no breach', async () => {
  const { exchange } = await ask((socket) => socket.end(`${STATUS}X: ${'x'.repeat(1_100_000)}\r\n\r\n`));
  expect(exchange.trouble).toMatchObject({ kind: 'cut', message: expect.stringContaining('1 MiB') });
  expect(exchange.trouble?.transient).toBeUndefined();
});

function writeInPieces(socket: Socket, text: string, size: number): void {
  socket.setNoDelay(true);
  const write = (at: number) => {
    if (socket.destroyed) return;
    const piece = Buffer.from(text.slice(at, at + size), 'latin1');
    if (at + size >= text.length) socket.end(piece);
    else socket.write(piece, () => setImmediate(() => write(at + size)));
  };
  write(0);
}
