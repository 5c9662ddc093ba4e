import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { LIVE, problemsOf } from './read.ts';

const HOST = 'https://modelarts.eu-de.example.com';

/** A path that holds what requests append, and the part of it that may stay. */
const WRONG: Readonly<Record<string, string>> = {
  '/v2': '',
  '/v2/': '',
  '/v2//': '',
  '/V2': '',
  '/%76%32': '',
  '/%2576%32/': '',
  '/v2/.': '',
  '/v2/x/..': '',
  '/v2;a=1': '',
  '/modelarts/v2': '/modelarts',
  '/modelarts//V2/': '/modelarts',
  '/modelarts%2Fv2': '/modelarts',
  '/v2/5f2c/pools': '',
  '/v2/5f2c/pools/pool-1/plugins': '',
  '/v2/{project_id}/pools/': '',
  '/v2//pools': '',
  '/V2/5f2c/Pools': '',
  '/v2/modelarts/v2/5f2c/pools': '/v2/modelarts',
  '/v2/modelarts/v2': '/v2/modelarts',
};

for (const [path, right] of Object.entries(WRONG)) {
  test(`an endpoint whose path is \`${path}\` is told with the one that would be right`, () => {
    const endpoint = HOST + path;
    expect(problemsOf({ ...LIVE, MODELARTS_ENDPOINT: endpoint })).toEqual([
      expect.stringMatching(/^`MODELARTS_ENDPOINT` is .*, and requests append `\/v2\/…\/pools\/…` to it; /),
    ]);
    const [sentence = ''] = problemsOf({ ...LIVE, MODELARTS_ENDPOINT: endpoint });
    expect(sentence.endsWith(`right would be \`${HOST}${right}\`.`), sentence).toBe(true);
  });
}

for (const path of ['', '/', '/v2/modelarts', '/modelarts', '/v2x', '/pools', '/v22', '/v2/..', '/v1']) {
  test(`an endpoint whose path is \`${path}\` is one`, () => {
    expect(problemsOf({ ...LIVE, MODELARTS_ENDPOINT: HOST + path })).toEqual([]);
  });
}

const { MODELARTS_AUTH_TOKEN: _, ...BARE } = LIVE;
const IAM = 'https://iam.eu-de.example.com';

function iamProblems(path: string): readonly string[] {
  return problemsOf({
    ...BARE,
    MODELARTS_IAM_ENDPOINT: IAM + path,
    MODELARTS_IAM_DOMAIN: 'a-domain',
    MODELARTS_IAM_USERNAME: 'a-user',
    MODELARTS_IAM_PASSWORD: 'a-password',
  });
}

const WRONG_IAM: Readonly<Record<string, string>> = {
  '/v3/auth/tokens': '',
  '/v3/auth/tokens/': '',
  '/V3/Auth/Tokens': '',
  '/v3/auth%2ftokens': '',
  '/%763/auth/tokens': '',
  '/v3/auth': '',
  '/auth/tokens': '',
  '/V3': '',
  '/iam/v3/auth/tokens': '/iam',
};

for (const [path, right] of Object.entries(WRONG_IAM)) {
  test(`an IAM whose path is \`${path}\` is told with the one that would be right`, () => {
    expect(iamProblems(path)).toEqual([
      `\`MODELARTS_IAM_ENDPOINT\` is \`${IAM}${path}\`, and requests append \`/v3/auth/tokens\` to it; right would be \`${IAM}${right}\`.`,
    ]);
  });
}

for (const path of ['', '/', '/v3', '/v3/', '/iam', '/iam/v3', '/auth']) {
  test(`an IAM whose path is \`${path}\` is one`, () => {
    expect(iamProblems(path)).toEqual([]);
  });
}
