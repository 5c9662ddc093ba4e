import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { expect } from '@playwright/test';
import { shakeHands } from '../../src/engine/http/reach.ts';
import { certificate } from '../campaign/certificates.ts';
import { test } from '../own-test.ts';
import { askPort } from './ask.ts';
import { startProxy } from './connect-proxy.ts';

const identity = certificate();
const OLD = 'DEFAULT@SECLEVEL=0';

/** Servers that refuse a handshake, and the alert with which they do. */
const REFUSING: Readonly<Record<string, readonly [options: TlsOptions, alert: string]>> = {
  'wants a client certificate': [{ requestCert: true, rejectUnauthorized: true }, 'certificate_required'],
  'wants a client certificate over TLS 1.2': [
    { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
    'handshake_failure',
  ],
  'speaks TLS 1.1 alone': [{ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: OLD }, 'protocol_version'],
  'shares no cipher': [{ maxVersion: 'TLSv1.2', ciphers: 'PSK-AES128-CBC-SHA' }, 'handshake_failure'],
};

for (const [what, [options, alert]] of Object.entries(REFUSING)) {
  test(`a server that ${what}: the alert by its name, and no second try`, async () => {
    const { key, cert } = await identity;
    const server = createTlsServer({ key, cert, ...options }, (socket) =>
      socket.on('error', () => undefined),
    );
    server.on('tlsClientError', () => undefined);
    const port = await listening(server);
    // Its own certificate is not to be the matter.
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    const { trouble } = await askPort(port, { protocol: 'https:' });
    const proxy = await startProxy();
    const through = await askPort(port, { protocol: 'https:', proxy: proxy.url });
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    await proxy.close();
    server.close();
    const message = `Nothing reached the target: the TLS alert \`${alert}\` came.`;
    expect(trouble).toEqual({ kind: 'unsent', message, code: alert });
    expect(through.trouble).toEqual({ kind: 'unsent', message, code: alert });
  });
}

/** Alerts in bytes, by their numbers. */
const ALERTS = {
  42: 'bad_certificate',
  48: 'unknown_ca',
  70: 'protocol_version',
  112: 'unrecognized_name',
  200: '200',
};

for (const [number, name] of Object.entries(ALERTS)) {
  test(`the alert ${number} is told as ${name}, by a request and by the look at TLS`, async () => {
    const alert = Buffer.from([21, 3, 3, 0, 2, 2, Number(number)]);
    const { port, close } = await speaking((socket) => socket.end(alert));
    const { trouble } = await askPort(port, { protocol: 'https:' });
    const step = await shakeHands(origin(port), 2000);
    await close();
    expect(trouble).toMatchObject({ kind: 'unsent', code: name });
    expect(trouble?.transient).toBeUndefined();
    if (number !== '200') expect(step).toMatchObject({ trouble: { code: name } });
  });
}

test('what is no TLS is told as such, by a request and by the look at TLS', async () => {
  for (const bytes of ['HTTP/1.1 400 Bad Request\r\n\r\n', 'SSH-2.0-server\r\n']) {
    const { port, close } = await speaking((socket) => socket.end(bytes));
    const { trouble } = await askPort(port, { protocol: 'https:' });
    const step = await shakeHands(origin(port), 2000);
    await close();
    expect(trouble?.message).toContain('what answers there does not speak TLS');
    expect(step).toMatchObject({ trouble: { message: expect.stringContaining('does not speak TLS') } });
  }
});

test('a connection that is reset in the handshake may fare better', async () => {
  const { port, close } = await speaking((socket) => socket.resetAndDestroy());
  const { trouble } = await askPort(port, { protocol: 'https:' });
  await close();
  expect(trouble).toMatchObject({ kind: 'unsent', code: 'ECONNRESET', transient: true });
});

test('a handshake that never ends is left after the time limit', async () => {
  const { port, close } = await speaking(() => undefined);
  const { trouble } = await askPort(port, { protocol: 'https:', timeoutMs: 200 });
  const step = await shakeHands(origin(port), 200);
  await close();
  const message = 'Nothing reached the target: the time limit of 200 ms ran out.';
  expect(trouble).toEqual({ kind: 'unsent', message });
  expect(step).toEqual({ trouble: { kind: 'unsent', message } });
});

async function speaking(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('data', () => answer(socket));
  });
  const port = await listening(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { port, close };
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function origin(port: number) {
  const hostname = '127.0.0.1';
  return { protocol: 'https:', hostname, port, shown: `https://${hostname}:${port}`, proxy: null } as const;
}
