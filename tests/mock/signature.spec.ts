import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import fc from 'fast-check';
import { signatureProblem, type Wire } from '../../src/suites/huaweicloud/mock/signature.ts';
import { authorization, sdkDate } from '../../src/suites/huaweicloud/signature.ts';
import { MOCK_DEFAULTS } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { type Generated, requests } from '../target/generated-requests.ts';
import { ask, LIST, pathOf, withMock } from './ask.ts';

const NOW = Date.UTC(2025, 5, 30, 23, 59, 59);
const MOST_SKEW_S = 15 * 60;

const dates = fc.integer({ min: -MOST_SKEW_S, max: MOST_SKEW_S }).map((s) => sdkDate(NOW + s * 1000));

/** What comes of a request that is sent as it was signed, or with another body. */
function wireOf(request: Generated, body = request.body): Wire {
  const { method, path, query, headers, accessKey, secretKey } = request;
  const pairs = query.map((pair) => pair.map(encodeURIComponent).join('='));
  const signed = ['Authorization', authorization(request, accessKey, secretKey)] as const;
  return {
    method,
    target: pairs.length === 0 ? path : `${path}?${pairs.join('&')}`,
    // A server takes the white space around a value away.
    headers: [...headers.map(([name, value]) => [name, value.trim()] as const), signed],
    bodySha256: createHash('sha256').update(body).digest('hex'),
  };
}

function keysOf({ accessKey, secretKey }: Generated) {
  return [{ accessKey, secretKey, securityToken: null }];
}

test('the mock takes the published request with its published signature', () => {
  const wire: Wire = {
    method: 'GET',
    target: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
    headers: [
      ['Host', 'service.region.example.com'],
      ['Content-Type', 'application/json'],
      ['X-Sdk-Date', '20191115T033655Z'],
      [
        'Authorization',
        'SDK-HMAC-SHA256 Access=testAK, SignedHeaders=content-type;host;x-sdk-date, Signature=1ce02ffed91dfc294aed8863aaf0fec29ccbf2f45ddcca7f120baabddba29782',
      ],
    ],
    bodySha256: createHash('sha256').digest('hex'),
  };
  const keys = [{ accessKey: 'testAK', secretKey: 'testSK', securityToken: null }];
  const signedAt = Date.UTC(2019, 10, 15, 3, 36, 55);
  expect(signatureProblem(wire, keys, signedAt)).toBeNull();
  expect(signatureProblem({ ...wire, method: 'PUT' }, keys, signedAt)).toContain('not that of the request');
});

test('the mock takes whatever the suite signs', () => {
  const takes = (request: Generated) => signatureProblem(wireOf(request), keysOf(request), NOW) === null;
  fc.assert(fc.property(requests(dates), takes), { numRuns: 1000 });
});

test('the mock takes a header that is not ASCII by its bytes', () => {
  const signed: Generated = {
    ...{ method: 'GET', path: '/', decodedPath: '/', query: [], body: '', data: undefined },
    headers: [
      ['host', 'h'],
      ['x-note', 'é'],
      ['X-Sdk-Date', sdkDate(NOW)],
    ],
    ...{ accessKey: 'AK', secretKey: 'SK' },
  };
  const wire = wireOf(signed);
  // Node gives the two bytes of UTF-8 as two characters.
  const headers = wire.headers.map(([name, value]) => [name, value.replace('é', 'Ã©')] as const);
  expect(signatureProblem({ ...wire, headers }, keysOf(signed), NOW)).toBeNull();
});

/** One thing that a signature covers, changed after signing. */
const CHANGES: Readonly<Record<string, (request: Generated, wire: Wire) => Wire>> = {
  'another method': (_, wire) => ({ ...wire, method: wire.method === 'GET' ? 'DELETE' : 'GET' }),
  'another path': (_, wire) => ({ ...wire, target: `/x${wire.target}` }),
  'another query': (_, wire) => ({
    ...wire,
    target: `${wire.target}${wire.target.includes('?') ? '&' : '?'}x`,
  }),
  'another body': (request) => wireOf(request, `${request.body} `),
  'another header': (_, wire) => ({
    ...wire,
    headers: wire.headers.map(([name, value]) => [name, name === 'host' ? `${value}x` : value]),
  }),
  'another date': (_, wire) => ({
    ...wire,
    headers: wire.headers.map(([name, value]) => [name, name === 'X-Sdk-Date' ? otherThan(value) : value]),
  }),
};

function otherThan(date: string): string {
  return [sdkDate(NOW), sdkDate(NOW - 1000)].find((other) => other !== date) ?? '';
}

for (const [what, change] of Object.entries(CHANGES)) {
  test(`the mock refuses a signature over ${what}`, () => {
    const refuses = (request: Generated) =>
      signatureProblem(change(request, wireOf(request)), keysOf(request), NOW) ===
      'The signature is not that of the request.';
    fc.assert(fc.property(requests(dates), refuses), { numRuns: 200 });
  });
}

test('whatever is signed gets through on a real connection, and nothing that is signed with another key', () =>
  withMock({}, async (mock) => {
    const [key] = MOCK_DEFAULTS.accessKeys;
    const { host } = new URL(mock.endpoint);
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const generated = fc.tuple(requests(dates), name, name, fc.boolean());
    await fc.assert(
      fc.asyncProperty(generated, async ([request, poolName, templateName, isRight]) => {
        const ofPool = request.method === 'POST';
        const method = ofPool ? 'POST' : 'DELETE';
        const path = pathOf({ collection: poolName, item: ofPool ? '' : templateName });
        const signed = {
          ...request,
          ...{ method, path },
          headers: request.headers.map(
            ([one, value]) => [one, { host, 'X-Sdk-Date': sdkDate(Date.now()) }[one] ?? value] as const,
          ),
          accessKey: key?.accessKey ?? '',
          secretKey: isRight ? (key?.secretKey ?? '') : `${key?.secretKey}x`,
        };
        const wire = wireOf(signed);
        const came = await ask(mock, method, wire.target, {
          token: null,
          body: signed.body,
          headers: Object.fromEntries(wire.headers),
        });
        return (came.status === 401) !== isRight && came.trouble === null;
      }),
      { numRuns: 60 },
    );
    expect((await ask(mock, 'GET', LIST)).status).toBe(200);
  }));
