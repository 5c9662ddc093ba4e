import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { answering, type Disturbance, startDisturbed } from '../campaign/disturbed.ts';
import { iamSettings, liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance } from './command.ts';
import { startSecured } from './secured.ts';

const THERE = {
  templateName: 'node-local-dns',
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-03-17T12:29:18Z',
};

interface Case {
  readonly change?: Readonly<Record<string, string>>;
  readonly there?: boolean;
  readonly disturb?: Disturbance;
  readonly code: number;
  /** The last line that was looked at, and what mends it. */
  readonly told: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'a target that a run can begin with': { code: 0, told: /✓ plug-in .*not installed[\s\S]*A run can begin/ },
  'a plug-in that is in the way': {
    ...{ there: true, code: 3 },
    told: /✗ plug-in .*did not install[\s\S]*to do .*MODELARTS_PLUGIN_SOURCE=existing/,
  },
  'a plug-in that is given up': {
    ...{ there: true, change: { MODELARTS_PLUGIN_SOURCE: 'existing' }, code: 0 },
    told: /✓ plug-in .*deletes it, once/,
  },
  'a plug-in that should be given up and is not there': {
    ...{ change: { MODELARTS_PLUGIN_SOURCE: 'existing' }, code: 3 },
    told: /✗ plug-in .*not installed[\s\S]*to do/,
  },
  'a wrong token': {
    ...{ change: { MODELARTS_AUTH_TOKEN: 'another-token' }, code: 3 },
    told: /✗ credentials .*401 \(`APIGW\.0301`[\s\S]*to do .*credentials/,
  },
  'a pool that does not exist': {
    ...{ change: { MODELARTS_POOL_NAME: 'pool-none' }, code: 3 },
    told: /✓ credentials[\s\S]*✗ pool .*400[\s\S]*to do/,
  },
  'an endpoint that is ill': {
    ...{ disturb: answering(503, { 'retry-after': '0' }), code: 3 },
    told: /✗ answer .*503[\s\S]*to do/,
  },
  'a login page': {
    ...{ disturb: answering(302, { location: 'https://login.example.com/' }), code: 3 },
    told: /✗ answer .*302[\s\S]*to do .*redirects/,
  },
  'a clock that is wrong': {
    disturb: {
      after: (response, { status, body }) =>
        response.writeHead(status, { date: 'Mon, 17 Mar 2025 12:29:18 GMT' }).end(body),
    },
    ...{ code: 3, told: /✗ clock [\s\S]*to do .*clock/ },
  },
  'a gateway that has no such API': {
    disturb: {
      instead: (response) =>
        response.writeHead(404).end('{"error_code":"APIGW.0101","error_msg":"No such API."}'),
    },
    ...{ code: 3, told: /✗ answer .*404 \(`APIGW\.0101`[\s\S]*to do .*no such API/ },
  },
  'another API': {
    disturb: { instead: (response) => response.writeHead(200).end('{"status":"UP"}') },
    ...{ code: 3, told: /✗ answer .*lists no plug-ins[\s\S]*to do .*another API/ },
  },
  'HTTP that breaks RFC 9112': {
    disturb: {
      instead: (response) => response.socket?.end('HTTP/1.1 200 OK\r\nX : 1\r\nContent-Length: 2\r\n\r\n{}'),
    },
    ...{ code: 3, told: /✗ answer .*breaks RFC 9112: a header has a space[\s\S]*to do .*RFC 9112/ },
  },
  'a clock as C writes it': {
    disturb: {
      after: (response, { status, body }) =>
        response
          .writeHead(status, {
            date: new Date().toUTCString().replace(/^(...), (..) (...) (....) (.*) GMT$/, '$1 $3 $2 $5 $4'),
          })
          .end(body),
    },
    change: { TZ: 'America/Los_Angeles' },
    ...{ code: 0, told: /✓ clock/ },
  },
  'a host that has no name': {
    change: { MODELARTS_ENDPOINT: 'https://nowhere.invalid', MODELARTS_ALLOW_DELETE: 'nowhere.invalid' },
    ...{ code: 3, told: /✗ name .*(ENOTFOUND|EAI_AGAIN)[\s\S]*to do .*MODELARTS_ENDPOINT/ },
  },
  'a wrong setting': {
    ...{ change: { MODELARTS_POOL_NAME: '' }, code: 2 },
    told: /✗ settings .*MODELARTS_POOL_NAME[\s\S]*Nothing was sent/,
  },
  'a host that is not armed': {
    ...{ change: { MODELARTS_ALLOW_DELETE: 'other.example.com' }, code: 2 },
    told: /✗ settings .*MODELARTS_ALLOW_DELETE[\s\S]*Nothing was sent/,
  },
  'reports that cannot be written': {
    ...{ change: { CONFORMANCE_REPORTS_DIR: '/dev/null' }, code: 2 },
    told: /✗ settings .*CONFORMANCE_REPORTS_DIR/,
  },
};

for (const [at, [what, one]] of Object.entries(cases).entries()) {
  const { change = {}, there = false, disturb, code, told } = one;
  test(`\`doctor\` tells ${what}, and changes nothing${slowIf(isStoodFor(at))}`, async () => {
    const mock = await startMock(there ? { neighbours: [THERE] } : {});
    const disturbed = await startDisturbed(mock, () => disturb ?? null);
    const ended = await conformance(['doctor'], { ...liveSettings(disturbed.endpoint), ...change });
    expect([ended.code, ended.stdout]).toEqual([code, expect.stringMatching(told)]);
    expect(ended.stdout.match(/✗/g) ?? []).toHaveLength(code === 0 ? 0 : 1);
    expect(disturbed.passed.filter(({ method }) => method !== 'GET')).toEqual([]);
    if (code === 2) expect(disturbed.passed).toEqual([]);
    await disturbed.close();
    await mock.close();
  });
}

test('`doctor` tells the clock where a signature is refused for it @slow', async () => {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, () => ({
    instead: (response) => {
      const date = new Date(Date.now() - 20 * 60_000).toUTCString();
      response
        .writeHead(401, { date })
        .end('{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication"}');
    },
  }));
  const signed = {
    MODELARTS_AUTH_TOKEN: '',
    HUAWEICLOUD_SDK_AK: 'AN-ACCESS-KEY',
    HUAWEICLOUD_SDK_SK: 'its-secret-key',
  };
  const settings = liveSettings(disturbed.endpoint);
  const ended = await conformance(['doctor'], { ...settings, ...signed });
  expect([ended.code, ended.stdout]).toEqual([
    3,
    expect.stringMatching(/✗ clock .*20 min behind that of this machine[\s\S]*to do .*Set the clock/),
  ]);
  const run = await conformance(['run', '--runner', 'direct'], { ...settings, ...signed });
  expect([run.code, run.stdout]).toEqual([3, expect.stringMatching(/20 min behind that of this machine/)]);
  expect(run.stdout).toMatch(/Set the clock of this machine/);
  const token = await conformance(['doctor'], settings);
  expect(token.stdout).toMatch(
    /✗ credentials .*401[\s\S]*clocks, that of the target is 20 min behind[\s\S]*to do/,
  );
  await disturbed.close();
  await mock.close();
});

test('`doctor` tells a Show that describes no plug-in @slow', async () => {
  const mock = await startMock();
  for (const [body, words] of [
    ['{}', 'an empty object'],
    ['{"message":"X"}', 'an object of "message"'],
    ['[]', 'an array'],
    ['null', '`null`'],
    ['', 'empty'],
    ['OK', 'no JSON'],
  ] as const) {
    const disturbed = await startDisturbed(mock, ({ onList }) =>
      onList ? null : { instead: (response) => response.writeHead(200).end(body) },
    );
    const { code, stdout } = await conformance(['doctor'], liveSettings(disturbed.endpoint));
    await disturbed.close();
    const told = `✗ template     Show of \`node-local-dns\`: The answer was 200, with a body that is ${words} and describes no plug-in.`;
    expect([code, stdout]).toEqual([3, expect.stringContaining(told)]);
  }
  await mock.close();
});

test('`doctor` signs in with IAM and says where that fails', async () => {
  const mock = await startMock();
  const settings = iamSettings(mock.endpoint);
  const well = await conformance(['doctor'], settings);
  expect([well.code, well.stdout]).toEqual([0, expect.stringMatching(/✓ credentials +a token from IAM/)]);
  const wrong = await conformance(['doctor'], { ...settings, MODELARTS_IAM_PASSWORD: 'another-password' });
  expect([wrong.code, wrong.stdout]).toEqual([3, expect.stringMatching(/✗ credentials +IAM gave no token/)]);
  expect(wrong.stdout).not.toContain('another-password');
  await mock.close();
});

test('`doctor` without an endpoint says that the mock is tested', async () => {
  const { code, stdout } = await conformance(['doctor']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('embedded mock')]);
});

test('a refused connection ends the look there', async () => {
  const mock = await startMock();
  await mock.close();
  const { code, stdout } = await conformance(['doctor'], liveSettings(mock.endpoint));
  expect([code, stdout]).toEqual([3, expect.stringMatching(/✗ connection .*ECONNREFUSED[\s\S]*to do/)]);
  expect(stdout).not.toContain('credentials');
});

test('behind TLS, whose certificate it is, and by whom', async () => {
  const secured = await startSecured();
  const { code, stdout } = await conformance(['doctor'], secured.settings);
  await secured.close();
  expect(stdout).toMatch(/✓ TLS .*TLSv1\.3, a certificate for .+ by .+, good until .* GMT/);
  expect(code).toBe(0);
});
