import dns from 'node:dns';
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect } from '@playwright/test';
import { connect } from '../../src/engine/http/reach.ts';
import { test } from '../own-test.ts';
import { askPort } from './ask.ts';
import { startRaw } from './raw-server.ts';

const HOST = 'two-addresses.example';
const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

/** A server whose queue of connections is full: the handshake of a further one takes a second, or never ends. */
async function startFull(address: string, port: number, blockedMs: number) {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer((socket) => {
       socket.on('error', () => {}).on('data', () => socket.end(${JSON.stringify(ANSWER)}));
     });
     server.listen({ port: ${port}, host: '${address}', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${blockedMs});
     });`,
    { eval: true },
  );
  const listening = await new Promise<number>((resolve) => worker.once('message', resolve));
  const fillers: Socket[] = [];
  for (let count = 0; count < 4; count += 1) {
    fillers.push(connectTcp(listening, address).on('error', () => undefined));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    port: listening,
    close: async () => {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}

const lookup = dns.lookup;

/** From now on the name stands for these addresses until the test is over. */
function resolvesTo(...addresses: readonly string[]): void {
  const found = addresses.map((address) => ({ address, family: 4 }));
  dns.lookup = ((_: string, __: unknown, done: (error: null, all: unknown) => void) =>
    setImmediate(() => done(null, found))) as unknown as typeof dns.lookup;
}

test.describe.configure({ mode: 'serial' });
test.afterEach(() => {
  dns.lookup = lookup;
});

test('a handshake of more than 250 ms is waited for where a host has two addresses @slow', async () => {
  const slow = await startFull('127.0.0.1', 0, 700);
  resolvesTo('127.0.0.1', '127.0.0.2');
  const begun = performance.now();
  const { trouble, response } = await askPort(slow.port, { hostname: HOST, timeoutMs: 15_000 });
  const took = performance.now() - begun;
  await slow.close();
  expect([trouble, response?.status]).toEqual([null, 200]);
  expect(took).toBeGreaterThan(300);
});

test('an address that never answers does not keep the next one from its chance', async () => {
  const server = await startRaw((socket) => socket.end(ANSWER));
  const dead = await startFull('127.0.0.2', server.port, 60_000);
  resolvesTo('127.0.0.2', '127.0.0.1');
  const begun = performance.now();
  const { trouble, response } = await askPort(server.port, { hostname: HOST, timeoutMs: 15_000 });
  const took = performance.now() - begun;
  const step = await connect(origin(server.port), 15_000);
  await dead.close();
  await server.close();
  expect([trouble, response?.status]).toEqual([null, 200]);
  expect(took).toBeLessThan(5000);
  expect(step).toEqual({ found: `127.0.0.1 port ${server.port} accepts connections` });
});

test('the time limit of a request is that of its connection, too @slow', async () => {
  const dead = await startFull('127.0.0.1', 0, 60_000);
  resolvesTo('127.0.0.1', '127.0.0.1');
  const begun = performance.now();
  const { trouble } = await askPort(dead.port, { hostname: HOST, timeoutMs: 600 });
  const took = performance.now() - begun;
  const step = await connect(origin(dead.port), 400);
  await dead.close();
  const message = 'Nothing reached the target: the time limit of 600 ms ran out.';
  expect(trouble).toEqual({ kind: 'unsent', message });
  expect(took).toBeGreaterThan(550);
  expect(step).toMatchObject({ trouble: { message: expect.stringContaining('400 ms ran out') } });
});

test('a host of which every address refuses is told by the first one', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  resolvesTo('127.0.0.1', '127.0.0.2');
  const { trouble } = await askPort(port, { hostname: HOST });
  expect(trouble).toMatchObject({ kind: 'unsent', code: 'ECONNREFUSED' });
});

test('a name that no resolver answers in time is given up with the request', async () => {
  dns.lookup = (() => undefined) as unknown as typeof dns.lookup;
  const { trouble } = await askPort(9, { hostname: HOST, timeoutMs: 200 });
  expect(trouble).toMatchObject({ kind: 'unsent', message: expect.stringContaining('200 ms ran out') });
});

test('a proxy of two addresses is reached at the one that answers', async () => {
  const proxy = await startRaw((socket) => socket.end('HTTP/1.1 403 No\r\n\r\n'));
  const dead = await startFull('127.0.0.2', proxy.port, 60_000);
  resolvesTo('127.0.0.2', '127.0.0.1');
  const url = `http://${HOST}:${proxy.port}`;
  const { trouble } = await askPort(9, { protocol: 'https:', proxy: url, timeoutMs: 10_000 });
  await dead.close();
  await proxy.close();
  expect(trouble).toMatchObject({ kind: 'unsent', code: '403', proxy: `${HOST}:${proxy.port}` });
});

test('a proxy that is slow to connect is waited for @slow', async () => {
  const slow = await startFull('127.0.0.1', 0, 700);
  resolvesTo('127.0.0.1', '127.0.0.2');
  const url = `http://${HOST}:${slow.port}`;
  const { trouble } = await askPort(9, { protocol: 'https:', proxy: url, timeoutMs: 10_000 });
  await slow.close();
  // It answers a CONNECT with 200 and no TLS.
  expect(trouble?.message).not.toContain('ETIMEDOUT');
  expect(trouble?.message).not.toContain('time limit');
});

function origin(port: number) {
  return { protocol: 'http:', hostname: HOST, port, shown: `http://${HOST}:${port}`, proxy: null } as const;
}
