import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf } from './read.ts';

const { MODELARTS_AUTH_TOKEN: _, ...BARE } = LIVE;
const AK_SK = { HUAWEICLOUD_SDK_AK: 'an-ak', HUAWEICLOUD_SDK_SK: 'an-sk' };
const IAM = {
  MODELARTS_IAM_ENDPOINT: 'https://iam.eu-de.example.com',
  MODELARTS_IAM_DOMAIN: 'a-domain',
  MODELARTS_IAM_USERNAME: 'a-user',
  MODELARTS_IAM_PASSWORD: 'a-password',
};

/** What is set beside, or instead of, a complete set; and the whole sentence: setting, what was found, what would be right. */
const SENTENCES: readonly (readonly [change: Record<string, string>, sentence: string, base?: object])[] = [
  [
    { MODELARTS_ENDPOINT: 'modelarts' },
    '`MODELARTS_ENDPOINT` is `modelarts`, which is no http or https URL; right would be e.g. `https://modelarts.eu-de.example.com`.',
  ],
  [
    { MODELARTS_ENDPOINT: 'http://modelarts.example.com:80' },
    '`MODELARTS_ENDPOINT` is plain `http` to `modelarts.example.com`, which is not this machine; right would be `https`.',
  ],
  [
    { MODELARTS_ENDPOINT: 'https://user:word@modelarts.example.com' },
    '`MODELARTS_ENDPOINT` has a user name or a password; right would be the URL without.',
  ],
  [
    { MODELARTS_ENDPOINT: 'https://modelarts.example.com/?t=word' },
    '`MODELARTS_ENDPOINT` has a query; right would be the URL without.',
  ],
  [
    { MODELARTS_ENDPOINT: 'https://modelarts.example.com/#word' },
    '`MODELARTS_ENDPOINT` has a fragment; right would be the URL without.',
  ],
  [
    { MODELARTS_ENDPOINT: 'https://modelarts.example.com/ ' },
    '`MODELARTS_ENDPOINT` has white space or a control character; right would be the URL without.',
  ],
  [
    { MODELARTS_ENDPOINT: 'https://modelarts.example.com\\@other.example.com' },
    '`MODELARTS_ENDPOINT` has a backslash; right would be the URL without.',
  ],
  [
    { MODELARTS_ENDPOINT: '' },
    '`MODELARTS_ENDPOINT` is set but empty; right would be the URL to test, or `--mock` to ask for the mock by name.',
  ],
  [
    { MODELARTS_POOL_NAME: 'pool-1' },
    '`MODELARTS_POOL_NAME` is set without `MODELARTS_ENDPOINT`; right would be both, or `--mock`.',
    {},
  ],
  [
    { MODELARTS_PROJECT_ID: '' },
    '`MODELARTS_PROJECT_ID` is missing; right would be the ID of the project that the pool belongs to.',
  ],
  [
    { MODELARTS_TEMPLATE_NAME: '..' },
    '`MODELARTS_TEMPLATE_NAME` is `..`, which a path resolves to another resource; right would be the name alone.',
  ],
  [
    { MODELARTS_POOL_NAME: 'a/b' },
    '`MODELARTS_POOL_NAME` is `a/b`, which has `/` and would address another resource; right would be the name alone.',
  ],
  [
    { MODELARTS_POOL_NAME: 'a\nb' },
    '`MODELARTS_POOL_NAME` is `a\\nb`, which has a control character; right would be the name alone.',
  ],
  [
    { MODELARTS_POOL_NAME: 'pool-1 ' },
    '`MODELARTS_POOL_NAME` is `pool-1 `, which begins or ends with white space; right would be the name alone.',
  ],
  [
    { MODELARTS_TEMPLATE_INPUTS: '[]' },
    '`MODELARTS_TEMPLATE_INPUTS` is `[]`, which is no JSON object; right would be e.g. `{"size":"large"}`.',
  ],
  [
    { MODELARTS_TEMPLATE_INPUTS: `[${'1,'.repeat(50)}1]` },
    '`MODELARTS_TEMPLATE_INPUTS` is a value of 103 characters, which is no JSON object; right would be e.g. `{"size":"large"}`.',
  ],
  [
    { MODELARTS_PLUGIN_SOURCE: 'Existing' },
    '`MODELARTS_PLUGIN_SOURCE` is `Existing`; right would be `install` or `existing`.',
  ],
  [
    { MODELARTS_ALLOW_DELETE: '' },
    '`MODELARTS_ALLOW_DELETE` is missing; right would be `modelarts.eu-de.example.com`, which allows deletions at this endpoint.',
  ],
  [
    { MODELARTS_ALLOW_DELETE: 'yes' },
    '`MODELARTS_ALLOW_DELETE` is `yes`; right would be `modelarts.eu-de.example.com`, which allows deletions at this endpoint.',
  ],
  [
    { MODELARTS_AUTH_TOKEN: 'a token' },
    '`MODELARTS_AUTH_TOKEN` has white space as character 2 of 7; right would be the value alone.',
  ],
  [
    { ...AK_SK, HUAWEICLOUD_SDK_SK: 'ключ' },
    '`HUAWEICLOUD_SDK_SK` has what no header can carry as character 1 of 4; right would be the value alone.',
    BARE,
  ],
  [
    { HUAWEICLOUD_SDK_AK: 'an-ak' },
    '`HUAWEICLOUD_SDK_SK` is missing beside `HUAWEICLOUD_SDK_AK`; right would be all of them, or none.',
    BARE,
  ],
  [
    { HUAWEICLOUD_SDK_SECURITY_TOKEN: 'of-a-day' },
    '`HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK` is missing beside `HUAWEICLOUD_SDK_SECURITY_TOKEN`; right would be all of them, or none.',
    BARE,
  ],
  [
    { ...IAM, MODELARTS_IAM_PASSWORD: '' },
    '`MODELARTS_IAM_PASSWORD` is missing beside `MODELARTS_IAM_ENDPOINT`, `MODELARTS_IAM_DOMAIN`, `MODELARTS_IAM_USERNAME`; right would be all of them, or none.',
    BARE,
  ],
  [
    { ...IAM, MODELARTS_IAM_ENDPOINT: 'http://iam.example.com' },
    '`MODELARTS_IAM_ENDPOINT` is plain `http` to `iam.example.com`, which is not this machine; right would be `https`.',
    BARE,
  ],
  [
    {},
    'No way to authenticate is set; right would be `MODELARTS_AUTH_TOKEN`, or `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or the four `MODELARTS_IAM_…` settings.',
    BARE,
  ],
  [
    AK_SK,
    'More than one way to authenticate is set (`MODELARTS_AUTH_TOKEN`, `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK`); right would be exactly one.',
  ],
  [
    { MODELARTS_REQUEST_TIMEOUT_MS: '30s' },
    '`MODELARTS_REQUEST_TIMEOUT_MS` is `30s`; right would be whole milliseconds from 1 to 86400000.',
  ],
  [
    { MODELARTS_RUN_TIMEOUT_MS: '0' },
    '`MODELARTS_RUN_TIMEOUT_MS` is `0`; right would be whole milliseconds from 1 to 86400000.',
  ],
  [
    { MODELARTS_SETTLE_TIMEOUT_MS: '86400001' },
    '`MODELARTS_SETTLE_TIMEOUT_MS` is `86400001`; right would be whole milliseconds from 1 to 86400000.',
  ],
  [
    { CONFORMANCE_RUNNER: 'jest' },
    '`CONFORMANCE_RUNNER` is `jest`; right would be `playwright` or `direct`.',
  ],
  [{ CONFORMANCE_STRICT: '1' }, '`CONFORMANCE_STRICT` is `1`; right would be `true` or `false`.'],
  [
    { CONFORMANCE_WAIVERS: 'none.yaml' },
    '`CONFORMANCE_WAIVERS` is `none.yaml`, which is no file; right would be a file of waivers, or nothing.',
  ],
  [
    { CONFORMANCE_WAIVER_MAX_DAYS: '0' },
    '`CONFORMANCE_WAIVER_MAX_DAYS` is `0`; right would be a whole number from 1 to 36500.',
  ],
  [
    { CONFORMANCE_WAIVER_MAX_DAYS: '1.5' },
    '`CONFORMANCE_WAIVER_MAX_DAYS` is `1.5`; right would be a whole number from 1 to 36500.',
  ],
  [
    { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    '`NODE_TLS_REJECT_UNAUTHORIZED` is `0`, which trusts any host; right would be `NODE_EXTRA_CA_CERTS` with the file of a private CA.',
  ],
  [{ MODELARTS_POOLNAME: 'x' }, '`MODELARTS_POOLNAME` is no setting; did you mean `MODELARTS_POOL_NAME`?'],
  [
    { CONFORMANCE_XYZZY_PLUGH_FROB: 'x' },
    '`CONFORMANCE_XYZZY_PLUGH_FROB` is no setting; `.env.example` lists all.',
  ],
];

for (const [change, sentence, base = LIVE] of SENTENCES) {
  test(`the whole sentence: ${sentence}`, () => {
    expect(problemsOf({ ...base, ...change })).toEqual([sentence]);
  });
}

test('a deviation of a live endpoint is told with its name', () => {
  expect(problemsOf(LIVE, { commandLine: { deviation: 'never-deleted' } })).toEqual([
    '`--deviation` is `never-deleted`, which is for the mock, yet `MODELARTS_ENDPOINT` is set; right would be `--mock` with it.',
  ]);
});

test('trust in any host is an error in `.env` too, where it would only look as if it were in force', () => {
  const problems = problemsOf({}, { dotenv: 'NODE_TLS_REJECT_UNAUTHORIZED=0' });
  expect(problems).toEqual([expect.stringContaining('`NODE_TLS_REJECT_UNAUTHORIZED` is `0`')]);
});
