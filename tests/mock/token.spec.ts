import { expect, test } from '@playwright/test';
import { MOCK_DEFAULTS } from '../../src/mock/server.ts';
import { ask, bodyOf, LIST, withMock } from './ask.ts';

function passwordBody(change: object = {}, projectId: string = MOCK_DEFAULTS.projectId): string {
  const user = { name: 'mock-user', password: 'mock-password', domain: { name: 'mock-domain' }, ...change };
  return JSON.stringify({
    auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { id: projectId } } },
  });
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
