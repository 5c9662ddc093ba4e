import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf, settingsOf } from './read.ts';

const without = (name: string) => Object.fromEntries(Object.entries(LIVE).filter(([key]) => key !== name));

test('with nothing set the embedded mock is the target', () => {
  const settings = settingsOf({});
  expect(settings.target).toBeNull();
  expect(settings.runner).toBe('playwright');
  expect(settings.reportsDir).toBe('/nowhere/reports');
  expect(settings.ledger).toBe('/nowhere/reports/ledger.ndjson');
  expect(Object.isFrozen(settings)).toBe(true);
});

test('a live endpoint has the documented time limits', () => {
  const { target, requestTimeoutMs, settleTimeoutMs } = settingsOf(LIVE);
  expect(target).toMatchObject({ endpoint: LIVE['MODELARTS_ENDPOINT'], source: 'install' });
  expect([requestTimeoutMs, settleTimeoutMs]).toEqual([30_000, 900_000]);
});

test('a real variable wins over `.env`, and an empty one hides it', () => {
  const dotenv = 'CONFORMANCE_RUNNER=direct\nCONFORMANCE_STRICT=true\n';
  expect(settingsOf({}, { dotenv })).toMatchObject({ runner: 'direct', strict: true });
  expect(settingsOf({ CONFORMANCE_RUNNER: 'playwright', CONFORMANCE_STRICT: '' }, { dotenv })).toMatchObject({
    runner: 'playwright',
    strict: false,
  });
});

test('the command line wins over the environment', () => {
  const settings = settingsOf({ CONFORMANCE_RUNNER: 'playwright' }, { commandLine: { runner: 'direct' } });
  expect(settings.runner).toBe('direct');
});

test('`--mock` sets the endpoint and what belongs to it aside', () => {
  expect(settingsOf(LIVE, { commandLine: { mock: true } }).target).toBeNull();
});

test('a deviation is for the mock only', () => {
  expect(settingsOf({}, { commandLine: { deviation: 'never-deleted' } }).deviation).toBe('never-deleted');
  expect(problemsOf(LIVE, { commandLine: { deviation: 'never-deleted' } })).toEqual([
    expect.stringContaining('--deviation'),
  ]);
});

test('an empty endpoint is an error, so that a gate whose secret is missing never passes on the mock', () => {
  expect(problemsOf({ MODELARTS_ENDPOINT: '' })).toEqual([expect.stringContaining('`MODELARTS_ENDPOINT`')]);
});

for (const [name, value] of Object.entries(LIVE)) {
  if (name === 'MODELARTS_ENDPOINT') continue;
  test(`\`${name}\` without an endpoint is an error`, () => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(`\`${name}\``)]);
  });

  test(`an endpoint without \`${name}\` is an error`, () => {
    expect(problemsOf(without(name))).toEqual([expect.stringContaining(`\`${name}\``)]);
  });
}

for (const setting of ['MODELARTS_PROJECT_ID', 'MODELARTS_POOL_NAME', 'MODELARTS_TEMPLATE_NAME']) {
  for (const name of ['.', '..', 'a/b', 'a\\b', 'a?b', 'a#b', 'a;b', '%2e%2e', 'a\u0007b', ' a']) {
    test(`\`${setting}\` cannot be ${JSON.stringify(name)}`, () => {
      expect(problemsOf({ ...LIVE, [setting]: name })).toEqual([expect.stringContaining(`\`${setting}\``)]);
    });
  }
}

for (const endpoint of [
  'modelarts.example.com',
  'ftp://modelarts.example.com',
  'http://modelarts.example.com',
  'https://user:word@modelarts.example.com',
  'https://modelarts.example.com?x=1',
  'https://modelarts.example.com#x',
]) {
  test(`\`${endpoint}\` is no endpoint`, () => {
    const problems = problemsOf({ ...LIVE, MODELARTS_ENDPOINT: endpoint });
    expect(problems).toEqual([expect.stringContaining('`MODELARTS_ENDPOINT`')]);
  });
}

test('plain http is allowed to this machine', () => {
  for (const host of ['localhost:1', '127.0.0.1:1', '[::1]:1']) {
    const settings = { ...LIVE, MODELARTS_ENDPOINT: `http://${host}`, MODELARTS_ALLOW_DELETE: host };
    expect(problemsOf(settings)).toEqual([]);
  }
});

test('the arming is bound to one host, with the port where the URL has one', () => {
  const withPort = { ...LIVE, MODELARTS_ENDPOINT: 'https://modelarts.eu-de.example.com:8443' };
  expect(problemsOf(withPort)).toEqual([expect.stringContaining('`modelarts.eu-de.example.com:8443`')]);
  expect(problemsOf({ ...LIVE, MODELARTS_ALLOW_DELETE: 'modelarts.eu-nl.example.com' })).toHaveLength(1);
  expect(problemsOf({ ...LIVE, MODELARTS_ALLOW_DELETE: 'true' })).toHaveLength(1);
});

test('exactly one complete way of authenticating is set', () => {
  const aksk = { HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'SK' };
  const bare = without('MODELARTS_AUTH_TOKEN');
  expect(problemsOf({ ...bare, ...aksk })).toEqual([]);
  expect(problemsOf({ ...LIVE, ...aksk })).toHaveLength(1);
  expect(problemsOf({ ...bare, HUAWEICLOUD_SDK_AK: 'AK' })).toEqual([
    expect.stringContaining('HUAWEICLOUD_SDK_SK'),
  ]);
  expect(problemsOf({ ...bare, MODELARTS_IAM_ENDPOINT: 'https://iam.example.com' })).toHaveLength(1);
});

test('an unknown name proposes the nearest known one', () => {
  expect(problemsOf({ MODELARTS_ENDPIONT: 'x' })).toEqual([
    '`MODELARTS_ENDPIONT` is no setting; did you mean `MODELARTS_ENDPOINT`?',
  ]);
  expect(problemsOf({}, { dotenv: 'CONFORMANCE_STRIKT=true' })).toEqual([
    'Line 1 of `.env`: `CONFORMANCE_STRIKT` is no setting; did you mean `CONFORMANCE_STRICT`?',
  ]);
});

test('trust in any host is an error', () => {
  expect(problemsOf({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual([
    expect.stringContaining('NODE_EXTRA_CA_CERTS'),
  ]);
});

test('inputs are a JSON object', () => {
  for (const inputs of ['[]', 'null', '{', '1']) {
    expect(problemsOf({ ...LIVE, MODELARTS_TEMPLATE_INPUTS: inputs })).toHaveLength(1);
  }
  const { target } = settingsOf({ ...LIVE, MODELARTS_TEMPLATE_INPUTS: '{"size":"large"}' });
  expect(target?.templateInputs).toEqual({ size: 'large' });
});

test('time limits are whole milliseconds', () => {
  for (const text of ['0', '-1', '1.5', '30s', '1e3']) {
    expect(problemsOf({ MODELARTS_REQUEST_TIMEOUT_MS: text })).toEqual([
      expect.stringContaining('`MODELARTS_REQUEST_TIMEOUT_MS`'),
    ]);
  }
});

test('several mistakes are told together, and no secret is', () => {
  const problems = problemsOf({
    ...LIVE,
    MODELARTS_AUTH_TOKEN: 'secret with blanks',
    MODELARTS_POOL_NAME: '..',
    CONFORMANCE_RUNNER: 'jest',
  });
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toContain('secret');
});

test('without a word of it each scenario is walked once, and further attempts are a minute apart', () => {
  expect(settingsOf({}).attempts).toEqual({ most: 1, delayMs: 60_000 });
  const commandLine = { attempts: '5', attemptDelay: '0' };
  expect(settingsOf({}, { commandLine }).attempts).toEqual({ most: 5, delayMs: 0 });
});

for (const attempts of ['0', '6', 'x', '', '-1', '2.5', '1e0', ' 3']) {
  test(`\`--attempts\` cannot be ${JSON.stringify(attempts)}`, () => {
    expect(problemsOf({}, { commandLine: { attempts } })).toEqual([
      `\`--attempts\` is \`${attempts}\`; right would be a whole number from 1 to 5.`,
    ]);
  });
}

for (const attemptDelay of ['-1', '0.5', 'x', '', '86401', '9999999', '1m']) {
  test(`\`--attempt-delay\` cannot be ${JSON.stringify(attemptDelay)}`, () => {
    expect(problemsOf({}, { commandLine: { attemptDelay } })).toEqual([
      `\`--attempt-delay\` is \`${attemptDelay}\`; right would be whole seconds from 0 to 86400.`,
    ]);
  });
}
