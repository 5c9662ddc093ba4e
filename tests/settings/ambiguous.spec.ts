import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf, settingsOf } from './read.ts';

const PROXY = { HTTPS_PROXY: 'http://user:plugin@proxy.example.com:3128' };

for (const secret of [
  'v2',
  'a',
  'Running',
  'dns',
  'pool-1',
  '5f2c0d8e91b74a36a0e4c7d15b98f362',
  'error_code',
  '2025',
]) {
  test(`a token of \`${secret}\`, which a run could not tell from what it reads, is refused unquoted`, () => {
    const [problem, ...others] = problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: secret });
    expect(problem).toMatch(
      /^`MODELARTS_AUTH_TOKEN` is part of a name or a word .*right would be another secret\.$/,
    );
    expect(others).toEqual([]);
  });
}

for (const secret of [
  ...['REDACTED', 'evidence', 'document', 'Evidence', 'DOCUMENT', 'verdict', 'MUST', 'secret', 'password'],
  ...['conformance', 'requirement', 'non-conformant', 'not-observed', 'startedDateTime', 'testsuites'],
  // Of the page's own style, of Playwright's page, a part of a word, escaped, and one whose beginning is a word.
  ...[
    'font-size',
    'createElement',
    'nformanc',
    'evid%65nce',
    'eviden\\u0063e',
    'conformance-report.schema.json-9',
  ],
]) {
  test(`a token of \`${secret}\`, which reports hold anyhow, is refused unquoted`, () => {
    expect(problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: secret })).toEqual([
      expect.stringMatching(
        /^`MODELARTS_AUTH_TOKEN` is part of a name or a \S+ .*right would be another \S+\.$/,
      ),
    ]);
  });
}

test('a secret of its own is taken, short or not', () => {
  for (const secret of [
    ...['mock-token', 'x7', '20250317122918', 'hunter2', 'letmein1', 'Passw0rd', 'changeme', 'tok-4711'],
    ...['0123456789abcdef0123456789abcdef', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2ln', 'canary-1/2'],
    ...[
      'MIIYnQYJKoZIhvcNAQcCoIIYjjCCGIoCAQExDTALBglghkgBZQMEAgEw',
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ],
  ]) {
    expect([secret, problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: secret })]).toEqual([secret, []]);
  }
});

test('one that is not used is no reason to refuse a run, and is not looked for', () => {
  const dotenv = 'MODELARTS_AUTH_TOKEN=evidence\n';
  expect(settingsOf(LIVE, { dotenv }).secrets).toEqual([LIVE['MODELARTS_AUTH_TOKEN']]);
  const environment = { HTTPS_PROXY: 'http://user:document@proxy.example.com:3128' };
  expect(settingsOf(environment, { dotenv, commandLine: { mock: true } }).secrets).toEqual([]);
});

test("the sentence names the setting, also where the secret is a part of the setting's name", () => {
  for (const secret of ['TOKEN', 'MODELARTS_AUTH']) {
    const [problem] = problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: secret });
    expect(problem).toContain('`MODELARTS_AUTH_TOKEN` is part of a name');
  }
});

test('the password of a proxy is held to the same', () => {
  const more = { proxyFor: () => PROXY.HTTPS_PROXY };
  const problems = problemsOf({ ...LIVE, ...PROXY, HTTPS_PROXY: PROXY.HTTPS_PROXY }, more);
  expect(problems.join()).toMatch(/`HTTPS_PROXY` holds a password that is part of a name or a word/);
});
