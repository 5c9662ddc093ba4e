import { expect } from '@playwright/test';
import { openSecrets } from '../../src/engine/secrets/vault.ts';
import { credentialsOf } from '../../src/suites/huaweicloud/credentials.ts';
import { authorization, sdkDate } from '../../src/suites/huaweicloud/signature.ts';
import { test } from '../own-test.ts';

test('the published request has the published signature', () => {
  const signed = authorization(
    {
      method: 'GET',
      path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
      query: [
        ['limit', '2'],
        ['marker', '13551d6b-755d-4757-b956-536f674975c0'],
      ],
      headers: [
        ['content-type', 'application/json'],
        ['host', 'service.region.example.com'],
        ['X-Sdk-Date', '20191115T033655Z'],
      ],
      body: '',
    },
    'testAK',
    'testSK',
  );
  expect(signed).toBe(
    'SDK-HMAC-SHA256 Access=testAK, SignedHeaders=content-type;host;x-sdk-date, Signature=1ce02ffed91dfc294aed8863aaf0fec29ccbf2f45ddcca7f120baabddba29782',
  );
});

test('a path is signed in one form, however it is sent', () => {
  const headers = [['X-Sdk-Date', '20191115T033655Z']] as const;
  const signed = (path: string) =>
    authorization({ method: 'GET', path, query: [], headers, body: '' }, 'testAK', 'testSK');
  expect(signed('/a:b/%7e%c3%a9')).toBe(signed('/a%3Ab/~%C3%A9/'));
  expect(signed('/a%2Fb')).not.toBe(signed('/a/b'));
});

test('the date has the form that is signed', () => {
  expect(sdkDate(Date.UTC(2019, 10, 15, 3, 36, 55, 123))).toBe('20191115T033655Z');
});

test('a temporary key sends its security token and signs it', () => {
  const secrets = openSecrets([]);
  const { headers } = credentialsOf(
    { kind: 'ak-sk', accessKey: 'AK', secretKey: 'SK', securityToken: 'temporary' },
    secrets,
    () => null,
    () => 0,
  );
  const lines = Object.fromEntries(headers({ method: 'DELETE', path: '/a', host: 'h', body: null }));
  expect(lines['X-Security-Token']).toBe('temporary');
  expect(lines['Authorization']).toContain('SignedHeaders=host;x-sdk-date;x-security-token');
  expect(secrets.all()).toEqual([lines['Authorization']?.slice(-64)]);
});
