import type { Socket } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { type Asked, ask, type Variation } from './ask.ts';

const NO_CONTENT = 'HTTP/1.1 204 No Content\r\n';
const INTERIM = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n';

const writing = (text: string) => (socket: Socket) => socket.end(text, 'latin1');

/** What was recorded: the trouble, the status and the body. */
async function recorded(text: string, variation?: Variation): Promise<readonly unknown[]> {
  const { exchange }: Asked = await ask(writing(text), variation);
  return [exchange.trouble, exchange.response?.status, exchange.response?.body.data];
}

for (const [title, before] of [
  ['first', ''],
  ['after interim answers', INTERIM],
] as const) {
  test(`a 204 that comes ${title} has no body where nothing is behind its head`, async () => {
    expect(await recorded(`${before}${NO_CONTENT}\r\n`)).toEqual([null, 204, '']);
    expect(await recorded(`${before}${NO_CONTENT}Content-Length: 0\r\n\r\n`)).toEqual([null, 204, '']);
  });

  test(`bytes behind the head of a 204 that comes ${title} are recorded as its body`, async () => {
    const body = '{"deleted":true}';
    for (const header of ['', 'Content-Length: 16\r\n', 'Content-Length: 0\r\n', 'Connection: close\r\n']) {
      const came = await recorded(`${before}${NO_CONTENT}${header}\r\n${body}`);
      expect([header, ...came]).toEqual([header, null, 204, body]);
    }
    expect(await recorded(`${before}${NO_CONTENT}\r\nHTTP/1.1 200 OK\r\n\r\n`)).toEqual([
      null,
      204,
      'HTTP/1.1 200 OK\r\n\r\n',
    ]);
  });

  test(`bytes behind the head of a 304 that comes ${title} are recorded as its body`, async () => {
    const head = 'HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n';
    expect(await recorded(`${before}${head}`)).toEqual([null, 304, '']);
    expect(await recorded(`${before}${head}{}`)).toEqual([null, 304, '{}']);
  });
}

test('bytes behind a head that comes in pieces are recorded with the piece that ends it', async () => {
  const { exchange } = await ask((socket) => {
    socket.write(`${NO_CONTENT}X-Piece: on`);
    setTimeout(() => socket.end('e\r\n\r\n{}'), 20);
  });
  expect([exchange.trouble, exchange.response?.body.data]).toEqual([null, '{}']);
});

test('a body in chunks behind the head of a 204 is recorded as it came', async () => {
  const body = '2\r\n{}\r\n0\r\n\r\n';
  expect(await recorded(`${NO_CONTENT}Transfer-Encoding: chunked\r\n\r\n${body}`)).toEqual([null, 204, body]);
});

test('bytes that are no text are recorded too, and how many there were', async () => {
  const { exchange } = await ask(writing(`${NO_CONTENT}\r\n\xff\xfe`));
  expect(exchange.response?.body).toMatchObject({ encoding: 'base64', data: '//4=', bytesOnWire: 2 });
});

test('of what is behind such a head 64 KiB are recorded', async () => {
  const { exchange } = await ask(writing(`${NO_CONTENT}\r\n${'x'.repeat(200_000)}`));
  const { data = '' } = exchange.response?.body ?? {};
  expect(data).toMatch(/^x+$/);
  expect(data.length).toBeLessThanOrEqual(64 * 1024);
});

test('a secret behind such a head stands nowhere', async () => {
  const secret = 'a-very-secret-token';
  const { exchange } = await ask(writing(`${NO_CONTENT}\r\n{"token":"${secret}"}`), { secrets: [secret] });
  expect(exchange.response?.body.data).toContain('REDACTED');
  expect(JSON.stringify(exchange)).not.toContain(secret);
});

test('the body of an interim answer, which has none, breaks the answer behind it', async () => {
  const { exchange } = await ask(writing(`HTTP/1.1 103 Early Hints\r\n\r\n{}${NO_CONTENT}\r\n`));
  expect(exchange.response).toBeNull();
  expect(exchange.trouble).not.toBeNull();
});
