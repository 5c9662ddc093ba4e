import { expect } from '@playwright/test';
import type { AccessKey } from '../../src/suites/huaweicloud/mock/signature.ts';
import { authorization, sdkDate } from '../../src/suites/huaweicloud/signature.ts';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, type Came, CREATE, LIST, pathOf, withMock } from './ask.ts';

const PERMANENT: AccessKey = { accessKey: 'PERMANENT', secretKey: 'secret', securityToken: null };
const TEMPORARY: AccessKey = { accessKey: 'TEMPORARY', secretKey: 'other', securityToken: 'of-the-session' };

/** What is done otherwise than right. */
interface Change {
  readonly key?: AccessKey;
  readonly secretKey?: string;
  readonly securityToken?: string | null;
  readonly date?: string;
  /** The names of the headers that are signed. */
  readonly signed?: readonly string[];
  /** What becomes of the `Authorization`. */
  readonly rewrite?: (authorization: string) => string;
  readonly unsent?: string;
}

function askSigned(mock: Mock, method: string, path: string, change: Change, body?: string): Promise<Came> {
  const { key = PERMANENT, date = sdkDate(Date.now()), signed, rewrite = String, unsent } = change;
  const { secretKey = key.secretKey, securityToken = key.securityToken } = change;
  const all: Record<string, string> = { host: new URL(mock.endpoint).host, 'x-sdk-date': date };
  if (securityToken !== null) all['x-security-token'] = securityToken;
  const headers = (signed ?? Object.keys(all)).map((name) => [name, all[name] ?? ''] as const);
  const request = { method, path, query: [], headers, body: body ?? '' };
  const sent = { ...all, authorization: rewrite(authorization(request, key.accessKey, secretKey)) };
  return ask(mock, method, path, {
    token: null,
    headers: Object.fromEntries(Object.entries(sent).filter(([name]) => name !== unsent)),
    ...(body === undefined ? {} : { body }),
  });
}

const seconds = (from: number) => sdkDate(Date.now() + from * 1000);

test('what is signed with a permanent or a temporary key is carried out', () =>
  withMock({ accessKeys: [PERMANENT, TEMPORARY] }, async (mock) => {
    for (const change of [
      { key: PERMANENT },
      { key: TEMPORARY },
      { date: seconds(-890) },
      { date: seconds(890) },
    ]) {
      expect((await askSigned(mock, 'POST', LIST, change, CREATE)).status).toBe(200);
      expect((await askSigned(mock, 'GET', pathOf(), change)).status).toBe(200);
      expect((await askSigned(mock, 'DELETE', pathOf(), change, '{ }')).status).toBe(200);
    }
  }));

const REFUSED: readonly (readonly [what: string, change: Change, message: RegExp])[] = [
  ['an unknown access key', { key: { ...PERMANENT, accessKey: 'X' } }, /access key is unknown/],
  ['another secret key', { secretKey: 'x' }, /signature is not that of the request/],
  ['the secret key of another access key', { secretKey: TEMPORARY.secretKey }, /signature is not that/],
  ['a clock that is 16 minutes slow', { date: seconds(-960) }, /more than 15 minutes off/],
  ['a clock that is 16 minutes fast', { date: seconds(960) }, /more than 15 minutes off/],
  ['a date in another form', { date: '2025-06-30T23:59:59Z' }, /X-Sdk-Date is no time of the form/],
  ['a date that no calendar has', { date: '20251330T000000Z' }, /X-Sdk-Date is no time of the form/],
  ['no date', { unsent: 'x-sdk-date' }, /header x-sdk-date is signed and was not sent/],
  ['a date that is not signed', { signed: ['host'] }, /header x-sdk-date is not signed/],
  ['a host that is not signed', { signed: ['x-sdk-date'] }, /header host is not signed/],
  ['signed headers that are not sorted', { rewrite: swap('host;x-sdk-date', 'x-sdk-date;host') }, /sorted/],
  ['a signed header in upper case', { rewrite: swap('=host', '=Host') }, /lower case/],
  ['a signed header that is named twice', { rewrite: swap('=host', '=host;host') }, /each named once/],
  [
    'a signed header that was not sent',
    { rewrite: swap('=host', '=accept;host') },
    /accept is signed and was/,
  ],
  [
    'a temporary key without its token',
    { key: TEMPORARY, securityToken: null },
    /temporary access key is missing/,
  ],
  [
    'a temporary key with another token',
    { key: TEMPORARY, securityToken: 'x' },
    /not that of the access key/,
  ],
  ['another scheme', { rewrite: () => 'Bearer x' }, /is no SDK-HMAC-SHA256 signature/],
  ['half an Authorization', { rewrite: swap(/, Signature.*/, '') }, /is no SDK-HMAC-SHA256 signature/],
  ['a signature of another length', { rewrite: swap(/.$/, '') }, /is no SDK-HMAC-SHA256 signature/],
  ['no Authorization', { unsent: 'authorization' }, /No authentication information was sent/],
];

function swap(old: string | RegExp, by: string): (text: string) => string {
  return (text) => text.replace(old, by);
}

for (const [what, change, message] of REFUSED) {
  test(`refused as the gateway does, and nothing deleted: ${what}`, () =>
    withMock({ accessKeys: [PERMANENT, TEMPORARY] }, async (mock) => {
      await ask(mock, 'POST', LIST, { body: CREATE });
      const came = await askSigned(mock, 'DELETE', pathOf(), change);
      expect([came.status, bodyOf(came)]).toEqual([
        401,
        {
          error_code: 'APIGW.0301',
          error_msg: expect.stringMatching(message),
          request_id: came.headers['x-request-id'],
        },
      ]);
      expect((await ask(mock, 'GET', pathOf())).status).toBe(200);
    }));
}

test('a token goes before a signature', () =>
  withMock({ accessKeys: [PERMANENT] }, async (mock) => {
    const signature = { authorization: 'SDK-HMAC-SHA256 Access=X, SignedHeaders=host, Signature=0' };
    expect((await ask(mock, 'GET', LIST, { headers: signature })).status).toBe(200);
  }));
