import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf, settingsOf } from './read.ts';

const PROXY = 'http://proxy.example.com:3128';
const proxyFor = (url: string) => (url.includes('eu-de') ? PROXY : '');
const proxiesOf = (environment: Readonly<Record<string, string>>, found = PROXY) =>
  settingsOf(environment, { proxyFor: () => found }).target?.proxies;
const problemsWith = (name: string, value: string, found = value) =>
  problemsOf({ ...LIVE, [name]: value }, { proxyFor: () => found });

test('each https endpoint has the proxy that the environment wants for it, or none', () => {
  expect(settingsOf(LIVE, { proxyFor }).target?.proxies).toEqual({ endpoint: PROXY, iam: null });
  expect(settingsOf(LIVE).target?.proxies).toEqual({ endpoint: null, iam: null });
});

test('plain http goes through no proxy: it would read the credentials', () => {
  const local = { MODELARTS_ENDPOINT: 'http://127.0.0.1:1', MODELARTS_ALLOW_DELETE: '127.0.0.1:1' };
  expect(proxiesOf({ ...LIVE, ...local })).toEqual({ endpoint: null, iam: null });
});

test('a proxy without a scheme is spoken to in plain http, one with https in TLS', () => {
  const bare = { ...LIVE, HTTPS_PROXY: 'proxy.example.com:3128' };
  expect(proxiesOf(bare, 'https://proxy.example.com:3128')?.endpoint).toBe(PROXY);
  const tls = { ...LIVE, HTTPS_PROXY: 'https://proxy.example.com' };
  expect(proxiesOf(tls, 'https://proxy.example.com')?.endpoint).toBe('https://proxy.example.com');
});

for (const url of [
  'http://',
  'socks5://u:canary@host:1',
  'http://u:canary@host:x',
  'http://u:canary%@host',
]) {
  test(`\`${url}\` is no proxy, and its password is not told`, () => {
    const problems = problemsWith('HTTPS_PROXY', url);
    expect(problems).toEqual([
      expect.stringMatching(/^`HTTPS_PROXY` .*`http:\/\/proxy\.example\.com:3128`\.$/),
    ]);
    expect(problems.join()).not.toContain('canary');
  });
}

test('a proxy that is wrong is told once, by the name that it was set with', () => {
  const iam = { MODELARTS_IAM_ENDPOINT: 'https://iam.example.com' };
  const problems = problemsOf(
    { ...LIVE, ...iam, all_proxy: 'socks5://host' },
    { proxyFor: () => 'socks5://host' },
  );
  expect(problems.filter((problem) => problem.includes('proxy'))).toEqual([
    expect.stringMatching(/^`all_proxy` names a `socks5:` proxy/),
  ]);
});
