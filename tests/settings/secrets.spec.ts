import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf, settingsOf } from './read.ts';

const SECRET_SETTINGS = [
  'MODELARTS_AUTH_TOKEN',
  'HUAWEICLOUD_SDK_SK',
  'HUAWEICLOUD_SDK_SECURITY_TOKEN',
  'MODELARTS_IAM_PASSWORD',
];
const CANARY = 'canary-1/2';

for (const name of SECRET_SETTINGS) {
  test(`the value of \`${name}\` is in no sentence, whichever setting it was put into`, () => {
    const wrong = {
      ...LIVE,
      [name]: CANARY,
      MODELARTS_ENDPOINT: CANARY,
      MODELARTS_POOL_NAME: CANARY,
      MODELARTS_TEMPLATE_INPUTS: `["${encodeURIComponent(CANARY)}"]`,
      MODELARTS_PLUGIN_SOURCE: `${CANARY} `,
      MODELARTS_REQUEST_TIMEOUT_MS: CANARY,
      CONFORMANCE_STRICT: Buffer.from(CANARY).toString('base64'),
      CONFORMANCE_RUNNER: CANARY,
      CONFORMANCE_WAIVERS: CANARY,
      [`CONFORMANCE_${CANARY}`]: '1',
    };
    for (const more of [{}, { dotenv: `${name}=${CANARY}` }]) {
      const environment = 'dotenv' in more ? { ...wrong, [name]: '' } : wrong;
      const text = problemsOf(environment, more).join('\n');
      for (const setting of [
        'ENDPOINT',
        'POOL_NAME',
        'INPUTS',
        'SOURCE',
        'TIMEOUT',
        'STRICT',
        'RUNNER',
        'WAIVERS',
      ])
        expect(text).toContain(setting);
      expect(text).not.toMatch(/canary|Y2FuYXJ5/);
    }
  });
}

test('a secret of three characters is left in the sentences, which could not be read without them', () => {
  const problems = problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: 'the', MODELARTS_POOL_NAME: '..' });
  expect(problems.join()).not.toContain('REDACTED');
});

test('all secrets are known, those that are hidden or not used too, and the passwords of proxies', () => {
  const dotenv = 'MODELARTS_IAM_PASSWORD=in-the-file\nMODELARTS_AUTH_TOKEN=in-its-shade\n';
  const environment = {
    ...LIVE,
    HUAWEICLOUD_SDK_SK: 'not-used',
    https_proxy: 'http://me:p%40ss@proxy.example.com:3128',
    HTTP_PROXY: 'proxy.example.com',
  };
  const { secrets } = settingsOf(environment, { dotenv, commandLine: { mock: true } });
  expect([...secrets].sort()).toEqual([
    'a-token-of-mine',
    'in-its-shade',
    'in-the-file',
    'not-used',
    'p%40ss',
    'p@ss',
  ]);
  expect(settingsOf({}).secrets).toEqual([]);
});
