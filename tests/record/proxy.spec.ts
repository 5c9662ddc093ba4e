import { expect } from '@playwright/test';
import { proxyCredentials, proxySecrets } from '../../src/engine/http/proxy.ts';
import { certificate } from '../campaign/certificates.ts';
import { test } from '../own-test.ts';
import { askPort } from './ask.ts';
import { startProxy } from './connect-proxy.ts';
import { startRaw } from './raw-server.ts';

const THROUGH = { protocol: 'https:', timeoutMs: 2000 } as const;
/** Nothing listens there: only the proxy is spoken to. */
const PORT = 9;

const refusals: Readonly<Record<string, { line: string; says: string; code: string }>> = {
  'wants a user and a password': { line: 'HTTP/1.1 407 No', says: '407', code: '407' },
  'forbids the host': { line: 'HTTP/1.1 403 No', says: '403', code: '403' },
  'cannot reach the host': { line: 'HTTP/1.1 502 No', says: '502', code: '502' },
  'speaks no HTTP': { line: '220 mail.example.com', says: 'something that is no HTTP', code: 'NaN' },
};

for (const [what, { line, says, code }] of Object.entries(refusals)) {
  test(`a proxy that ${what} is in the way, and its answer is none of the target`, async () => {
    const page = '<title>Proxy</title>';
    const proxy = await startProxy((socket) =>
      socket.end(`${line}\r\nContent-Length: ${page.length}\r\n\r\n${page}`),
    );
    const { trouble, response } = await askPort(PORT, { ...THROUGH, proxy: proxy.url });
    await proxy.close();
    const host = new URL(proxy.url).host;
    const message = `Nothing reached the target: the proxy \`${host}\` answered CONNECT with ${says}.`;
    expect(response).toBeNull();
    expect(trouble).toEqual({ kind: 'unsent', message, code, proxy: host });
  });
}

test('a proxy that hangs up is in the way', async () => {
  const proxy = await startProxy((socket) => socket.end());
  const { trouble } = await askPort(PORT, { ...THROUGH, proxy: proxy.url });
  await proxy.close();
  expect(trouble).toMatchObject({ kind: 'unsent', message: expect.stringContaining('no HTTP answer') });
  expect(trouble?.proxy).toBe(new URL(proxy.url).host);
});

test('a proxy that cannot be reached is in the way, not the target', async () => {
  const proxy = await startProxy();
  await proxy.close();
  const { trouble } = await askPort(PORT, { ...THROUGH, proxy: proxy.url });
  const host = new URL(proxy.url).host;
  expect(trouble).toEqual({
    kind: 'unsent',
    message: `Nothing reached the target: the proxy \`${host}\` opened no tunnel: the connection was refused (\`ECONNREFUSED\`).`,
    code: 'ECONNREFUSED',
    proxy: host,
  });
});

test('a proxy behind a certificate that nobody knows is in the way, not the target', async () => {
  const proxy = await startProxy(null, await certificate());
  const { trouble } = await askPort(PORT, { ...THROUGH, proxy: proxy.url });
  await proxy.close();
  expect(trouble).toMatchObject({ kind: 'unsent', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(trouble?.proxy).toBe(new URL(proxy.url).host);
});

test('a proxy that never ends its TLS handshake is left after the time limit', async () => {
  const server = await startRaw(() => undefined);
  const proxy = `https://127.0.0.1:${server.port}`;
  const { trouble } = await askPort(PORT, { ...THROUGH, timeoutMs: 200, proxy });
  await server.close();
  expect(trouble).toMatchObject({ kind: 'unsent', proxy: `127.0.0.1:${server.port}` });
});

for (const cause of ['time limit', 'interruption'] as const) {
  test(`a proxy that never answers is left after the ${cause}`, async () => {
    const abort = new AbortController();
    const closed: string[] = [];
    const proxy = await startProxy((socket) => {
      socket.resume().on('end', () => closed.push(cause));
      if (cause === 'interruption') abort.abort();
    });
    const more = cause === 'interruption' ? { signal: abort.signal } : { timeoutMs: 200 };
    const { trouble } = await askPort(PORT, { ...THROUGH, ...more, proxy: proxy.url });
    expect(trouble?.kind).toBe(cause === 'interruption' ? 'interrupted' : 'unsent');
    if (cause === 'time limit') expect(trouble?.message).toContain('time limit of 200 ms');
    await expect.poll(() => closed).toEqual([cause]);
    await proxy.close();
  });
}

test('the user and the password of a proxy go to it as they are meant, and are secrets in every spelling', () => {
  const basic = Buffer.from('us er:p:ß@').toString('base64');
  const url = 'http://us%20er:p%3A%C3%9F%40@proxy.example.com:3128';
  expect(proxyCredentials(url)).toEqual([['Proxy-Authorization', `Basic ${basic}`]]);
  expect(proxySecrets(url)).toEqual(['p:ß@', 'p%3A%C3%9F%40', basic]);
  expect(proxySecrets('http://token@proxy.example.com')).toContain('token');
  expect(proxyCredentials('http://proxy.example.com')).toEqual([]);
  expect(proxySecrets('http://proxy.example.com')).toEqual([]);
  expect(proxySecrets(null)).toEqual([]);
});
