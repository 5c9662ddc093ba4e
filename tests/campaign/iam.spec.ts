import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { answering, type Disturbance, type Passing, startDisturbed } from './disturbed.ts';
import { iamSettings, idsOf, run, walkOf } from './run.ts';

const USER = MOCK_DEFAULTS.users[0] ?? { domain: '', name: '', password: '' };

const isSignIn = ({ path }: Passing) => path.endsWith('/v3/auth/tokens');
const expired: Disturbance = {
  instead: (response) =>
    response
      .writeHead(401, { 'content-type': 'application/json' })
      .end('{"error_code":"APIGW.0307","error_msg":"The token must be updated."}'),
};

async function disturbedRun(disturb: (passing: Passing, count: number) => Disturbance) {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, (passing) => disturb(passing, disturbed.passed.length));
  const finished = await run(iamSettings(disturbed.endpoint));
  await disturbed.close();
  await mock.close();
  return { ...finished, passed: disturbed.passed };
}

test('a token is fetched once, for the project, and every request carries it @slow', async () => {
  const { input, passed } = await disturbedRun(() => null);
  expect(input.report.verdict).toBe('conformant');
  expect(input.report.target.authentication).toBe('a token from IAM (X-Auth-Token)');
  expect(passed.filter(isSignIn)).toHaveLength(1);
  const [first] = input.exchanges;
  expect(first).toMatchObject({ purpose: 'sign-in', request: { method: 'POST' } });
  const body = JSON.parse(first?.request.body ?? '');
  expect(body.auth.identity.methods).toEqual(['password']);
  expect(body.auth.identity.password.user).toMatchObject({ name: USER.name, domain: { name: USER.domain } });
  expect(body.auth.scope.project.id).toBe(MOCK_DEFAULTS.projectId);
});

test('neither the password nor the token stands in what is written @slow', async () => {
  const { input, written } = await disturbedRun(() => null);
  const secrets = [USER.password, MOCK_DEFAULTS.tokens[0] ?? ''];
  expect(input.exchanges[0]?.response?.headers).toContainEqual(['x-subject-token', '[REDACTED: 10 bytes]']);
  for (const text of [JSON.stringify(input), ...written.map((path) => readFileSync(path, 'utf8'))]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
});

test('IAM may be given with its version, and stand elsewhere than the endpoint @slow', async () => {
  const iam = await startMock();
  const mock = await startMock();
  const finished = await run(iamSettings(mock.endpoint, `${iam.endpoint}/v3/`));
  expect(finished.input.report.verdict).toBe('conformant');
  expect(iam.requests()).toBe(1);
  await iam.close();
  await mock.close();
});

test('a wrong password ends the run after one request, inconclusive', async () => {
  const mock = await startMock();
  const finished = await run({ ...iamSettings(mock.endpoint), MODELARTS_IAM_PASSWORD: 'another-password' });
  expect(walkOf(finished)).toEqual(['sign-in POST 401']);
  expect(finished.input.report.verdict).toBe('inconclusive');
  expect(finished.input.report.scenarios[0]?.blocked).toMatchObject({
    cause: 'IAM gave no token: The answer was 401 ("The user, the password or the project is wrong.").',
    remedy: expect.stringContaining('MODELARTS_IAM_PASSWORD'),
  });
  expect(JSON.stringify(finished.input)).not.toContain('another-password');
  await mock.close();
});

for (const [what, disturbance, tries] of [
  ['answers 201 without a token', { instead: (response) => response.writeHead(201).end('{}') }, 1],
  // With growing pauses, the third of which would outlast the settle time.
  ['stays 503', answering(503, { 'retry-after': '0' }), 3],
  ['redirects', answering(302, { location: 'https://login.example.com/' }), 1],
] as const satisfies readonly (readonly [string, Disturbance, number])[]) {
  test(`an IAM that ${what} leaves the run inconclusive, and the endpoint unasked`, async () => {
    const { input, passed } = await disturbedRun((passing) => (isSignIn(passing) ? disturbance : null));
    expect(input.report.verdict).toBe('inconclusive');
    expect(passed.map(isSignIn)).toEqual(Array(tries).fill(true));
    expect(input.report.scenarios[0]?.blocked?.remedy).toContain('MODELARTS_IAM_ENDPOINT');
  });
}

for (const [which, each] of [
  ['one of fifteen requests @slow', 15],
  ['whichever request @long', 1],
] as const) {
  test(`a token that expires is fetched anew once and the run goes on, at ${which}`, async () => {
    // As many runs as requests are tried.
    test.slow();
    const whole = await disturbedRun(() => null);
    let [tried, renewed] = [0, 0];
    for (let at = 2; at <= whole.passed.length; at += each) {
      const { input, passed } = await disturbedRun((_, count) => (count === at ? expired : null));
      expect([at, input.report.verdict, idsOf(input.report, 'failed')]).toEqual([at, 'conformant', []]);
      tried += 1;
      renewed += passed.filter(isSignIn).length - 1;
    }
    // All but the two that carry no token of the user's, which have to be refused.
    if (each === 1) expect(renewed).toBe(tried - 2);
    else expect(renewed).toBeGreaterThanOrEqual(tried - 2);
  });
}

test('a token that expires again is not fetched a third time @slow', async () => {
  const { input, passed } = await disturbedRun((passing, count) =>
    count > 20 && !isSignIn(passing) ? expired : null,
  );
  expect(input.report.verdict).toBe('inconclusive');
  expect(passed.filter(isSignIn)).toHaveLength(2);
  expect(input.report.notes.map(({ message }) => message)).toContain(
    'The token from IAM had expired, and another one was fetched.',
  );
});
