import { createServer } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { startNotes } from '../suites/notes/server.ts';
import { ask, askPort } from './ask.ts';

test('a refused connection is unsent', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const { trouble, response } = await askPort(port);
  expect(response).toBeNull();
  expect(trouble).toEqual({
    kind: 'unsent',
    message: 'Nothing reached the target: the connection was refused (`ECONNREFUSED`).',
    code: 'ECONNREFUSED',
  });
});

test('a connection that is closed without an answer is silent, and another try may fare better', async () => {
  const { exchange } = await ask((socket) => socket.destroy());
  expect(exchange.trouble).toMatchObject({ kind: 'silent', transient: true });
});

test('no answer within the time limit is silent', async () => {
  const { exchange } = await ask(() => undefined, { timeoutMs: 100 });
  expect(exchange.trouble).toEqual({
    kind: 'silent',
    message: 'The request went out and no answer came: the time limit of 100 ms ran out.',
  });
});

test('what is no HTTP is kept', async () => {
  const { exchange } = await ask((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
  expect(exchange.trouble).toMatchObject({ kind: 'not-http', bytes: '220 mail.example.com ESMTP\r\n' });
  expect(exchange.response).toBeNull();
});

test('an answer that breaks off keeps its status and what came of its body', async () => {
  const { exchange } = await ask((socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"kind":', () => socket.destroy()),
  );
  expect(exchange.trouble?.kind).toBe('cut');
  expect(exchange.response).toMatchObject({ status: 200, body: { data: '{"kind":' } });
});

test('an answer that never ends is cut by the time limit', async () => {
  const { exchange } = await ask(
    (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n'),
    { timeoutMs: 200 },
  );
  expect(exchange.trouble).toMatchObject({ kind: 'cut', message: expect.stringContaining('200 ms') });
  expect(exchange.trouble?.transient).toBeUndefined();
});

test('an interruption is told as one', async () => {
  const abort = new AbortController();
  const { exchange } = await ask(() => abort.abort(), { signal: abort.signal });
  expect(exchange.trouble).toEqual({ kind: 'interrupted', message: 'The run was interrupted.' });
});

test('excess bytes after a whole answer are no trouble', async () => {
  const { exchange } = await ask((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 nonsense'),
  );
  expect(exchange.trouble).toBeNull();
  expect(exchange.response?.body.data).toBe('{}');
});

test('an answer that breaks off in its headers had begun, and another try may fare better', async () => {
  const { exchange } = await ask((socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy()),
  );
  expect(exchange.response).toBeNull();
  expect(exchange.trouble).toEqual({
    kind: 'cut',
    message: 'The answer broke off in its headers: the connection was reset (`ECONNRESET`).',
    bytes: 'HTTP/1.1 200 OK\r\nContent-Ty',
    transient: true,
  });
});

test('headers that never end are cut by the time limit', async () => {
  const { exchange } = await ask((socket) => socket.write('HTTP/1.1 200 OK\r\nX: '), { timeoutMs: 100 });
  expect(exchange.trouble).toMatchObject({
    kind: 'cut',
    message: 'The answer did not end within the time limit of 100 ms; it was cut in its headers.',
  });
});

test('a server that speaks no TLS is told as one', async () => {
  const notes = await startNotes(null, 'notes');
  const { trouble } = await askPort(Number(new URL(notes.endpoint).port), { protocol: 'https:' });
  await notes.close();
  expect(trouble).toEqual({
    kind: 'unsent',
    message: 'Nothing reached the target: what answers there does not speak TLS (`EPROTO`).',
    code: 'EPROTO',
  });
});
