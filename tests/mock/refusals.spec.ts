import { expect } from '@playwright/test';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, type Came, CREATE, LIST, pathOf, withMock } from './ask.ts';

/** Where, as what, and the reason in words; the installed plug-in must be there afterwards. */
type Row = readonly [
  what: string,
  send: (mock: Mock) => Promise<Came>,
  status: number,
  code: string,
  message: RegExp,
];

const LONG = 'x'.repeat(256);
const del = (path: string) => (mock: Mock) => ask(mock, 'DELETE', path);
const create =
  (body: string, path = LIST) =>
  (mock: Mock) =>
    ask(mock, 'POST', path, { body });

const SERVICE: readonly Row[] = [
  [
    'an ill-formed pool name',
    del(pathOf({ collection: 'Not_A_Name!' })),
    400,
    '50004000',
    /pool name is ill/,
  ],
  ['an ill-formed template', del(pathOf({ item: 'Not_A_Name!' })), 400, '50004000', /template name is ill/],
  ['two dots', del(`${LIST}/%2e%2e`), 400, '50004000', /template name is ill/],
  ['a slash in a name', del(pathOf({ item: 'a/b' })), 400, '50004000', /template name is ill/],
  ['reserved characters', del(pathOf({ item: '<é> "' })), 400, '50004000', /template name is ill/],
  ['an over-long pool name', del(pathOf({ collection: LONG })), 400, '50004000', /pool name is too long/],
  ['an over-long template', del(pathOf({ item: LONG })), 400, '50004000', /template name is too long/],
  ['a path that is no UTF-8', del(`${LIST}/%ff`), 400, '50004000', /percent-encoded/],
  ['half a percent-encoding', del(`${LIST}/%z`), 400, '50004000', /percent-encoded/],
  ['an unknown template', del(pathOf({ item: 'absent' })), 400, '50004000', /No such plug-in/],
  ['other letter case', del(pathOf({ item: 'NODE-LOCAL-DNS' })), 400, '50004000', /No such plug-in/],
  ['an unknown pool', del(pathOf({ collection: 'absent' })), 400, '50004000', /No such pool/],
  [
    'a pool in other letter case',
    del(pathOf().replace('pool-4c', 'POOL-4c')),
    400,
    '50004000',
    /No such pool/,
  ],
  ['Show of an unknown template', (m) => ask(m, 'GET', `${LIST}/absent`), 404, '50015001', /No such plug-in/],
  [
    'List of an unknown pool',
    (m) => ask(m, 'GET', LIST.replace('pool-4c', 'p')),
    400,
    '50004000',
    /No such pool/,
  ],
  ['Create of what is there', create(CREATE), 400, '50004000', /installed already/],
  ['Create without JSON', create('{'), 400, '50004000', /does not describe/],
  ['Create of another version', create(CREATE.replace('v2', 'v1')), 400, '50004000', /does not describe/],
  ['Create without a name', create(CREATE.replace('"name"', '"nom"')), 400, '50004000', /does not describe/],
  [
    'Create of an ill-formed name',
    create(CREATE.replace('node-', 'no_')),
    400,
    '50004000',
    /template name is ill/,
  ],
];

const GATEWAY: readonly Row[] = [
  [
    'an ill-formed project',
    del(pathOf({ project: 'Not_A_Name!' })),
    400,
    'ModelArts.50004000',
    /project ID is ill/,
  ],
  [
    'an over-long project',
    del(pathOf({ project: LONG })),
    400,
    'ModelArts.50004000',
    /project ID is too long/,
  ],
  ['another project', del(pathOf({ project: '0'.repeat(32) })), 403, 'APIGW.0302', /not valid for/],
  ['no token', (m) => ask(m, 'DELETE', pathOf(), { token: null }), 401, 'APIGW.0301', /No authentication/],
  [
    'an empty token',
    (m) => ask(m, 'DELETE', pathOf(), { token: '' }),
    401,
    'APIGW.0301',
    /No authentication/,
  ],
  ['a wrong token', (m) => ask(m, 'DELETE', pathOf(), { token: 'x' }), 401, 'APIGW.0301', /incorrect/],
  [
    'List without a token',
    (m) => ask(m, 'GET', LIST, { token: null }),
    401,
    'APIGW.0301',
    /No authentication/,
  ],
  ['PUT', (m) => ask(m, 'PUT', pathOf()), 404, 'APIGW.0101', /No API/],
  ['POST to a plug-in', (m) => ask(m, 'POST', pathOf()), 404, 'APIGW.0101', /No API/],
  ['PATCH', (m) => ask(m, 'PATCH', pathOf()), 404, 'APIGW.0101', /No API/],
  ['DELETE of the list', del(LIST), 404, 'APIGW.0101', /No API/],
  ['DELETE of the pool', del(LIST.replace('/plugins', '')), 404, 'APIGW.0101', /No API/],
  ['a slash at the end', del(`${pathOf()}/`), 404, 'APIGW.0101', /No API/],
  ['GET of tokens', (m) => ask(m, 'GET', '/v3/auth/tokens'), 404, 'APIGW.0101', /No API/],
  ['the root', (m) => ask(m, 'GET', '/'), 404, 'APIGW.0101', /No API/],
  ['no path', (m) => ask(m, 'OPTIONS', '*'), 404, 'APIGW.0101', /No API/],
  [
    'a body of 2 MiB',
    (m) => ask(m, 'DELETE', pathOf(), { body: ' '.repeat(2 ** 21) }),
    413,
    'APIGW.0201',
    /long/,
  ],
];

for (const [shape, rows] of [['service', SERVICE] as const, ['gateway', GATEWAY] as const]) {
  for (const [what, send, status, code, message] of rows) {
    test(`${what} is refused with ${status} in the shape of the ${shape}`, () =>
      withMock({}, async (mock) => {
        await ask(mock, 'POST', LIST, { body: CREATE });
        const pool = (await ask(mock, 'GET', LIST)).bytes;
        const came = await send(mock);
        expect(came.status).toBe(status);
        expect(came.headers).toMatchObject({
          'content-type': 'application/json;charset=UTF-8',
          'content-length': String(came.bytes.length),
          date: expect.stringContaining('GMT'),
        });
        const error = {
          error_code: shape === 'service' ? `ModelArts.${code}` : code,
          error_msg: expect.stringMatching(message),
        };
        if (shape === 'service') expect(bodyOf(came)).toEqual(error);
        else {
          const requestId = came.headers['x-request-id'];
          expect(requestId).toMatch(/^[0-9a-f]{32}$/);
          expect(bodyOf(came)).toEqual({ ...error, request_id: requestId });
        }
        expect((await ask(mock, 'GET', LIST)).bytes).toEqual(pool);
      }));
  }
}
