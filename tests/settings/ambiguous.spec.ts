import { expect, test } from '@playwright/test';
import { LIVE, problemsOf } from './read.ts';

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

test('a secret of its own is taken, short or not', () => {
  for (const secret of ['mock-token', 'secret', 'x7', '20250317122918']) {
    expect(problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: secret })).toEqual([]);
  }
});

test('the password of a proxy is held to the same', () => {
  const more = { proxyFor: () => PROXY.HTTPS_PROXY };
  const problems = problemsOf({ ...LIVE, ...PROXY, HTTPS_PROXY: PROXY.HTTPS_PROXY }, more);
  expect(problems.join()).toMatch(/`HTTPS_PROXY` holds a password that is part of a name or a word/);
});
