import { expect } from '@playwright/test';
import { MOCK_DEFAULTS, type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { type Environment, idsOf, liveSettings, run, walkOf } from './run.ts';

const [PERMANENT] = MOCK_DEFAULTS.accessKeys;
if (PERMANENT === undefined) throw new Error('The mock has no access key.');
const TEMPORARY = { accessKey: 'TEMPORARYKEY', secretKey: 'its-secret', securityToken: 'its-session' };

/** The settings of a mock with an access key in the place of the token. */
function signing(
  mock: Mock,
  { accessKey, secretKey, securityToken }: Mock['options']['accessKeys'][number],
): Environment {
  return {
    ...liveSettings(mock.endpoint),
    MODELARTS_AUTH_TOKEN: '',
    HUAWEICLOUD_SDK_AK: accessKey,
    HUAWEICLOUD_SDK_SK: secretKey,
    HUAWEICLOUD_SDK_SECURITY_TOKEN: securityToken ?? '',
  };
}

for (const [what, key] of Object.entries({ permanent: PERMANENT, temporary: TEMPORARY })) {
  test(`a conforming endpoint conforms with a ${what} access key, which no wrong credentials carry @slow`, async () => {
    const mock = await startMock({ accessKeys: [key], tokens: [] });
    const { input } = await run(signing(mock, key));
    expect(idsOf(input.report, 'failed', 'inconclusive', 'drift', 'not-observed')).toEqual([]);
    expect(input.report).toMatchObject({
      verdict: 'conformant',
      target: { authentication: 'AK/SK (SDK-HMAC-SHA256)' },
    });
    expect(mock.requests()).toBe(input.exchanges.length);
    const unsigned = input.exchanges.filter(
      ({ request }) => !JSON.stringify(request).includes(key.accessKey),
    );
    expect(unsigned.map(({ probe, purpose }) => [probe, purpose])).toEqual([
      ['no-token', 'probe'],
      ['wrong-token', 'probe'],
    ]);
    await mock.close();
  });
}

for (const [what, change] of Object.entries({
  'secret key is wrong': { secretKey: 'x' },
  'access key is unknown': { accessKey: 'X' },
  'security token is missing': { securityToken: null },
})) {
  test(`a run whose ${what} is inconclusive after one List`, async () => {
    const mock = await startMock({ accessKeys: [TEMPORARY] });
    const finished = await run(signing(mock, { ...TEMPORARY, ...change }));
    expect(finished.input.report.verdict).toBe('inconclusive');
    expect(walkOf(finished)).toEqual(['list GET 401']);
    expect(mock.requests()).toBe(1);
    const [blocked] = finished.input.report.scenarios.map((scenario) => scenario.blocked);
    expect(blocked).toMatchObject({
      cause: expect.stringContaining('The pool could not be listed at all: The answer was 401 (`APIGW.0301`'),
      remedy: expect.stringContaining('Check the credentials'),
    });
    await mock.close();
  });
}

test('an endpoint that lets wrong credentials in does not conform with an access key either @slow', async () => {
  for (const deviation of ['no-token-accepted', 'wrong-token-accepted']) {
    const mock = await startMock({ deviation });
    const { report } = (await run(signing(mock, PERMANENT))).input;
    expect(idsOf(report, 'failed')).toContain(`delete.access.${deviation.replace('-accepted', '')}`);
    await mock.close();
  }
});
