import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { ask } from './ask.ts';

const whole = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([
    Buffer.from(
      ['HTTP/1.1 200 OK', `Content-Length: ${body.length}`, ...headers, 'Connection: close', '', ''].join(
        '\r\n',
      ),
    ),
    Buffer.from(body),
  ]);

test('the answer is kept as it came: names in their spelling, repeats in order', async () => {
  const { exchange } = await ask((socket) => socket.end(whole('{}', 'X-Twice: 1', 'x-TWICE: 2')));
  expect(exchange.trouble).toBeNull();
  expect(exchange.response).toMatchObject({ status: 200, reason: 'OK', httpVersion: 'HTTP/1.1' });
  expect(exchange.response?.headers).toEqual(
    expect.arrayContaining([
      ['X-Twice', '1'],
      ['x-TWICE', '2'],
    ]),
  );
  expect(exchange.response?.body).toEqual({ encoding: 'utf-8', data: '{}', bytesOnWire: 2 });
});

test('a DELETE has no body and no length, and one with a body has its length', async () => {
  const bare = await ask((socket) => socket.end(whole('{}')));
  expect(bare.received).not.toMatch(/content-length|transfer-encoding/i);
  const full = await ask((socket) => socket.end(whole('{}')), { body: '{ }' });
  expect(full.received).toMatch(/content-length: 3\r\n/i);
  expect(full.received).toMatch(/\r\n\r\n\{ \}$/);
});

test('the path goes out as it is given', async () => {
  const path = '/v1/p/notebooks/a/notes/%2e%2e';
  const { received } = await ask((socket) => socket.end(whole('{}')), { path });
  expect(received.split('\r\n')[0]).toBe(`DELETE ${path} HTTP/1.1`);
});

test('a header of 20 KB is read, and a header after 2,500 others', async () => {
  const long = await ask((socket) => socket.end(whole('{}', `X-Long: ${'x'.repeat(20_000)}`)));
  expect(long.exchange.trouble).toBeNull();
  const many = Array.from({ length: 2500 }, (_, at) => `X-${at}: 1`);
  const last = await ask((socket) => socket.end(whole('{}', ...many, 'Content-Type: application/json')));
  expect(last.exchange.response?.headers).toContainEqual(['Content-Type', 'application/json']);
});

test('a redirect is not followed', async () => {
  const { exchange } = await ask((socket) =>
    socket.end('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
  );
  expect(exchange.response?.status).toBe(302);
});

test('a content coding is undone, and one that cannot be is told', async () => {
  const text = '{"a":"é"}';
  const zipped = gzipSync(text);
  const good = await ask((socket) => socket.end(whole(zipped, 'Content-Encoding: gzip')));
  expect(good.exchange.response?.body).toEqual({ encoding: 'utf-8', data: text, bytesOnWire: zipped.length });
  const bad = await ask((socket) => socket.end(whole('plain', 'Content-Encoding: gzip')));
  expect(bad.exchange.response?.body).toMatchObject({
    data: 'plain',
    codingError: expect.stringContaining('gzip'),
  });
});

test('a registered coding that the suite cannot undo is told apart from one that nobody knows', async () => {
  const coded = (coding: string) =>
    ask((socket) => socket.end(whole('plain', `Content-Encoding: ${coding}`)));
  expect((await coded('zstd')).exchange.response?.body).toMatchObject({
    data: 'plain',
    codingError: 'the content coding `zstd` is unknown',
    codingUnsupported: true,
  });
  expect((await coded('x-secret')).exchange.response?.body).toEqual({
    encoding: 'utf-8',
    data: 'plain',
    bytesOnWire: 5,
    codingError: 'the content coding `x-secret` is unknown',
  });
});

test('what is longer than is read once its coding is undone is cut, not wrong @slow', async () => {
  const zipped = gzipSync(Buffer.alloc(64 * 1024 * 1024 + 1, ' '));
  const { exchange } = await ask((socket) => socket.end(whole(zipped, 'Content-Encoding: gzip')));
  expect(exchange.response?.body).toEqual({
    encoding: 'base64',
    data: zipped.toString('base64'),
    bytesOnWire: zipped.length,
    truncated: true,
  });
});

test('a coding named thousands of times, in one line or in many, is one that is unknown', async () => {
  const zipped = gzipSync('{}');
  const names = Array.from({ length: 8000 }, () => 'gzip');
  for (const headers of [
    [`Content-Encoding: ${names.join(', ')}`],
    names.map((name) => `Content-Encoding: ${name}`),
    names.map((name, at) => `${at % 2 === 0 ? 'Content-Encoding' : 'CONTENT-ENCODING'}: ${name}`),
  ]) {
    const { exchange } = await ask((socket) => socket.end(whole(zipped, ...headers)));
    expect(exchange.response?.body).toMatchObject({
      data: zipped.toString('base64'),
      codingError: expect.stringContaining('is unknown: it is 8000 in one another'),
    });
  }
});

test('what takes longer to be unpacked than its request may take is cut, not wrong @slow', async () => {
  const zipped = gzipSync(Buffer.concat([Buffer.from('[{}'), Buffer.alloc(60_000_000, ',{"a":"b"}')]));
  const { exchange } = await ask((socket) => socket.end(whole(zipped, 'Content-Encoding: gzip')), {
    timeoutMs: 500,
  });
  expect(exchange.trouble).toBeNull();
  expect(exchange.response?.body).toMatchObject({ bytesOnWire: zipped.length, truncated: true });
});

test('bytes that are no UTF-8 are kept as base64', async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
  const { exchange } = await ask((socket) => socket.end(whole(bytes)));
  expect(exchange.response?.body).toEqual({
    encoding: 'base64',
    data: bytes.toString('base64'),
    bytesOnWire: 3,
  });
});

test('a byte order mark is kept', async () => {
  const { exchange } = await ask((socket) => socket.end(whole(Buffer.from('\ufeff{}'))));
  expect(exchange.response?.body.data).toBe('\ufeff{}');
});

test('of a body without an end at most 64 MiB are read', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const { exchange } = await ask(
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    },
    { timeoutMs: 30_000 },
  );
  expect(exchange.trouble).toBeNull();
  expect(exchange.response?.body.truncated).toBe(true);
  expect(exchange.response?.body.bytesOnWire).toBe(64 * 1024 * 1024);
  // What is not judged is not kept either, but for its beginning.
  expect(exchange.response?.body.data).toBe('x'.repeat(256 * 1024));
});
