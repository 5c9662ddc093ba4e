import { expect } from '@playwright/test';
import { MOCK_DEFAULTS, type Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, LIST, withMock } from './ask.ts';

function passwordBody(change: object = {}, projectId: string = MOCK_DEFAULTS.projectId): string {
  const user = { name: 'mock-user', password: 'mock-password', domain: { name: 'mock-domain' }, ...change };
  return JSON.stringify({
    auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { id: projectId } } },
  });
}

async function signIn(mock: Mock): Promise<string> {
  const came = await ask(mock, 'POST', '/v3/auth/tokens', { token: null, body: passwordBody() });
  return String(came.headers['x-subject-token']);
}

test('IAM hands out a token that the API takes', () =>
  withMock({ tokens: ['first', 'second'] }, async (mock) => {
    const came = await ask(mock, 'POST', '/v3/auth/tokens', { token: null, body: passwordBody() });
    expect(came.status).toBe(201);
    expect(came.headers['x-subject-token']).toBe('first');
    expect(bodyOf(came)).toMatchObject({ token: { methods: ['password'] } });
    for (const token of ['first', 'second'])
      expect((await ask(mock, 'GET', LIST, { token })).status).toBe(200);
    for (const token of ['mock-token', 'FIRST', null]) {
      expect((await ask(mock, 'GET', LIST, { token })).status).toBe(401);
    }
  }));

test('a later sign-in gives a token of its own, and all of them are good', () =>
  withMock({ tokens: ['first'] }, async (mock) => {
    const tokens = [await signIn(mock), await signIn(mock), await signIn(mock)];
    expect(tokens[0]).toBe('first');
    for (const token of tokens.slice(1)) expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect((await ask(mock, 'GET', LIST, { token })).status).toBe(200);
  }));

test('tokens that have expired must be updated, until a sign-in gives a new one', () =>
  withMock({ tokens: ['first', 'second'] }, async (mock) => {
    const handedOut = [await signIn(mock), await signIn(mock)];
    mock.expireTokens();
    const expired = [...handedOut, 'second'];
    const refusal = {
      error_code: 'APIGW.0307',
      error_msg: 'The token must be updated.',
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    };
    const expectExpired = async () => {
      for (const token of expired) {
        const came = await ask(mock, 'GET', LIST, { token });
        expect([token, came.status, bodyOf(came)]).toEqual([token, 401, refusal]);
      }
    };
    await expectExpired();
    expect(bodyOf(await ask(mock, 'GET', LIST, { token: 'x' }))).toMatchObject({ error_code: 'APIGW.0301' });
    const token = await signIn(mock);
    expect((await ask(mock, 'GET', LIST, { token })).status).toBe(200);
    await expectExpired();
  }));

test('a first sign-in after all has expired gives no expired token', () =>
  withMock({ tokens: ['first'] }, async (mock) => {
    mock.expireTokens();
    expect(await signIn(mock)).toMatch(/^[0-9a-f]{32}$/);
  }));

test('a sign-in that is refused takes no token away', () =>
  withMock({ tokens: ['first'] }, async (mock) => {
    await ask(mock, 'POST', '/v3/auth/tokens', { token: null, body: passwordBody({ password: 'x' }) });
    expect(await signIn(mock)).toBe('first');
  }));

const REFUSED: readonly (readonly [what: string, body: string, status: number])[] = [
  ['a wrong password', passwordBody({ password: 'x' }), 401],
  ['an unknown user', passwordBody({ name: 'x' }), 401],
  ['an unknown domain', passwordBody({ domain: { name: 'x' } }), 401],
  ['another project', passwordBody({}, 'x'), 401],
  ['no domain', passwordBody({ domain: null }), 400],
  ['no JSON', '{', 400],
  ['no body', '', 400],
];

for (const [what, body, status] of REFUSED) {
  test(`IAM refuses ${what} with ${status} and no token`, () =>
    withMock({}, async (mock) => {
      const came = await ask(mock, 'POST', '/v3/auth/tokens', { token: null, body });
      expect(came.status).toBe(status);
      expect(came.headers).not.toHaveProperty('x-subject-token');
      expect(bodyOf(came)).toMatchObject({ error: { code: status } });
    }));
}
