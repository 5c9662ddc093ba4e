import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { certificate } from '../campaign/certificates.ts';
import type { Disturbance } from '../campaign/disturbed.ts';
import { test } from '../own-test.ts';
import { type ConnectProxy, startProxy } from '../record/connect-proxy.ts';
import { conformance, type Ended, unbroken } from './command.ts';
import { type Secured, startSecured } from './secured.ts';

const DIRECT = ['run', '--runner', 'direct'];
const PASSWORD = 'c@nary-7b1f';

/** Runs against the target with this proxy in the environment. */
function runThrough(
  target: Secured,
  proxy: string,
  more: Readonly<Record<string, string>> = {},
  args: readonly string[] = DIRECT,
): Promise<Ended> {
  return conformance(args, { ...target.settings, HTTPS_PROXY: proxy, ...more });
}

/** The URL of a proxy with a user and the password. */
function withPassword({ url }: ConnectProxy): string {
  return url.replace('//', `//somebody:${encodeURIComponent(PASSWORD)}@`);
}

/** All that a run wrote and printed. */
function everything({ stdout, stderr }: Ended): string {
  const files = readdirSync(test.info().outputPath('reports'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'));
  return [stdout, stderr, ...files].join('\n');
}

for (const runner of ['direct', 'playwright']) {
  test(`every request of a ${runner} run goes through a tunnel of the proxy @slow`, async () => {
    const target = await startSecured();
    const proxy = await startProxy();
    const { code, stdout } = await runThrough(target, proxy.url, {}, ['run', '--runner', runner]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain(`through the proxy ${new URL(proxy.url).host}`);
    expect(target.passed.length).toBeGreaterThan(20);
    const { host } = new URL(target.endpoint);
    expect(proxy.asked).toEqual(target.passed.map(() => host));
    expect(proxy.credentials.join('')).toBe('');
    expect(proxy.inClear()).toBe(0);
    await proxy.close();
    await target.close();
  });
}

test('a proxy that is spoken to in TLS opens tunnels too @slow', async () => {
  const target = await startSecured();
  const proxy = await startProxy(null, await certificate({ by: target.by }));
  expect((await runThrough(target, withPassword(proxy))).code).toBe(0);
  expect(proxy.asked.length).toBe(target.passed.length);
  await proxy.close();
  await target.close();
});

test('none does where `NO_PROXY` names the host @slow', async () => {
  const target = await startSecured();
  const proxy = await startProxy();
  const { code } = await runThrough(target, proxy.url, { NO_PROXY: 'example.com,127.0.0.1' });
  expect(code).toBe(0);
  expect(proxy.asked).toEqual([]);
  await proxy.close();
  await target.close();
});

test('the proxy is shown its user and password, and nobody else is, not even with debug output @slow', async () => {
  const target = await startSecured();
  const proxy = await startProxy();
  const ended = await runThrough(target, withPassword(proxy), { DEBUG: 'https-proxy-agent*' });
  expect(ended.code).toBe(0);
  const basic = Buffer.from(`somebody:${PASSWORD}`).toString('base64');
  expect(new Set(proxy.credentials)).toEqual(new Set([`Basic ${basic}`]));
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), basic, 'somebody']) {
    expect(everything(ended)).not.toContain(secret);
  }
  await proxy.close();
  await target.close();
});

test('what knows the password of the proxy behind it cannot put it into a report @slow', async () => {
  const basic = Buffer.from(`somebody:${PASSWORD}`).toString('base64');
  const echo: Disturbance = {
    instead: (response) => response.writeHead(403, { 'x-seen': basic }).end(`{"error_msg":"${PASSWORD}"}`),
  };
  const target = await startSecured({}, undefined, () => echo);
  const proxy = await startProxy();
  const ended = await runThrough(target, withPassword(proxy));
  expect(ended.code).toBe(3);
  expect(everything(ended)).toContain('[REDACTED]');
  expect(everything(ended)).not.toMatch(new RegExp(`${PASSWORD}|${basic}`));
  await proxy.close();
  await target.close();
});

for (const runner of ['direct', 'playwright']) {
  test(`a proxy that wants another password makes a ${runner} run inconclusive, and says so${runner === 'playwright' ? ' @long' : ''}`, async () => {
    const target = await startSecured();
    const page = `<title>Denied to ${PASSWORD}</title>`;
    const proxy = await startProxy((socket) =>
      socket.end(`HTTP/1.1 407 No\r\nContent-Length: ${page.length}\r\n\r\n${page}`),
    );
    const ended = await runThrough(target, withPassword(proxy), {}, ['run', '--runner', runner]);
    expect(ended.code).toBe(3);
    const { host } = new URL(proxy.url);
    expect(unbroken(ended.stdout)).toContain(`the proxy \`${host}\` answered CONNECT with 407.`);
    expect(unbroken(ended.stdout)).toMatch(/to do .*password in `HTTPS_PROXY`/);
    expect(everything(ended)).not.toContain('nary-7b1f');
    expect(target.passed).toEqual([]);
    await proxy.close();
    await target.close();
  });
}

test("behind a proxy the certificate of an address is checked for that address, not for the proxy's name @slow", async () => {
  const proxy = await startProxy();
  const ofName = await startSecured({}, (by) => ({ by, host: 'localhost' }));
  const refused = await runThrough(ofName, proxy.url);
  expect(refused.code).toBe(3);
  expect(unbroken(refused.stdout)).toContain('the TLS certificate is for another host');
  expect(ofName.passed).toEqual([]);
  await ofName.close();
  const ofAddress = await startSecured({ host: '::1' }, (by) => ({ by, host: '::1' }));
  expect((await runThrough(ofAddress, proxy.url)).code).toBe(0);
  expect(proxy.asked.at(-1)).toBe(new URL(ofAddress.endpoint).host);
  await ofAddress.close();
  await proxy.close();
});

test('a proxy that is none ends the run in exit 2, and its password is not told', async () => {
  const target = await startSecured();
  const { code, stderr } = await runThrough(target, `socks5://somebody:${PASSWORD}@127.0.0.1:1`);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^`HTTPS_PROXY` names a `socks5:` proxy.*\n$/);
  expect(target.passed).toEqual([]);
  await target.close();
});
