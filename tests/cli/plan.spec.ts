import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformance } from './command.ts';

/** The requests that a plan lists, as `METHOD path`. */
function requestsIn(text: string): readonly string[] {
  return [...text.matchAll(/^ *\d+ {2}(\w+) +(\S+)/gm)].map(([, method, path]) => `${method} ${path}`);
}

for (const change of [{}, { MODELARTS_PLUGIN_SOURCE: 'existing' }]) {
  test(`\`run --plan\` lists what a run sends, in order, and sends nothing ${JSON.stringify(change)}${slowIf('MODELARTS_PLUGIN_SOURCE' in change)}`, async () => {
    const there = { templateName: 'node-local-dns', version: '1.6.36', inputs: {} };
    const given = [{ ...there, creationTimestamp: '2025-03-17T12:29:18Z' }];
    const mock = await startMock('MODELARTS_PLUGIN_SOURCE' in change ? { neighbours: given } : {});
    const settings = { ...liveSettings(mock.endpoint), ...change };
    const { code, stdout } = await conformance(['run', '--plan'], settings);
    expect([code, mock.requests()]).toEqual([0, 0]);
    expect(stdout).toContain('Nothing was sent.');
    expect(existsSync(test.info().outputPath('reports'))).toBe(false);
    const { exchanges } = (await run(settings)).input;
    const sent = exchanges.map(({ request }) => `${request.method} ${new URL(request.url).pathname}`);
    const shortened = sent.map((one) => one.replaceAll(/x{256}/g, 'xxxxxxxxxxxx…(256)'));
    expect(requestsIn(stdout)).toEqual(shortened);
    await mock.close();
  });
}

test('`run --plan` needs no arming, and says what arming a run needs', async () => {
  const mock = await startMock();
  const settings = { ...liveSettings(mock.endpoint), MODELARTS_ALLOW_DELETE: '' };
  const { code, stdout } = await conformance(['run', '--plan'], settings);
  expect([code, mock.requests()]).toEqual([0, 0]);
  expect(stdout).toContain(`\`MODELARTS_ALLOW_DELETE=${new URL(mock.endpoint).host}\``);
  await mock.close();
});

test('`run --plan` lists the sign-in, takes any name and any prefix, and shows no secret', async () => {
  const { code, stdout } = await conformance(['run', '--plan'], {
    MODELARTS_ENDPOINT: 'https://modelarts.example.com/gateway',
    MODELARTS_PROJECT_ID: 'Project_X',
    MODELARTS_POOL_NAME: 'Pool.A',
    MODELARTS_TEMPLATE_NAME: 'My_Template',
    MODELARTS_IAM_ENDPOINT: 'https://iam.example.com/v3',
    MODELARTS_IAM_DOMAIN: 'a-domain',
    MODELARTS_IAM_USERNAME: 'a-user',
    MODELARTS_IAM_PASSWORD: 'canary-4f1d0f2c9b',
  });
  expect(code).toBe(0);
  const [first, second, ...others] = requestsIn(stdout);
  expect(first).toBe('POST https://iam.example.com/v3/auth/tokens');
  expect(second).toBe('GET /gateway/v2/Project_X/pools/Pool.A/plugins');
  expect(others).toContain('DELETE /gateway/v2/Project_X/pools/Pool.A/plugins/My_Template');
  expect(others).toHaveLength(118);
  expect(stdout).not.toContain('canary');
});

test('`run --plan` with a wrong setting ends in exit 2', async () => {
  const { code, stderr } = await conformance(['run', '--plan'], { MODELARTS_ENDPOINT: 'modelarts' });
  expect([code, stderr]).toEqual([2, expect.stringContaining('MODELARTS_ENDPOINT')]);
});

/** Settings of a target that nothing is sent to, with the default times. */
const NOWHERE = {
  ...liveSettings('https://modelarts.example.com'),
  MODELARTS_REQUEST_TIMEOUT_MS: '',
  MODELARTS_SETTLE_TIMEOUT_MS: '',
};

for (const [at, [change, said]] of (
  [
    [{}, /^A run takes at most 3 h 31 min: 119 requests of at most 30 s, 9 waits of at most 15 min, /m],
    [
      { MODELARTS_REQUEST_TIMEOUT_MS: '1000' },
      /^A run takes at most 2 h 33 min: 119 requests of at most 1 s/m,
    ],
    [{ MODELARTS_SETTLE_TIMEOUT_MS: '1000' }, /^A run takes at most 1 h 1 min: .* 9 waits of at most 1 s, /m],
    [{ MODELARTS_PLUGIN_SOURCE: 'existing' }, /^A run takes at most 1 h 53 min: 104 requests /m],
    [
      { MODELARTS_RUN_TIMEOUT_MS: '600000' },
      /^A run takes at most 25 min: `MODELARTS_RUN_TIMEOUT_MS` ends it after 10 min, and tidying may take 15 min more\.$/m,
    ],
    // It is longer than a run can take anyway.
    [{ MODELARTS_RUN_TIMEOUT_MS: '86400000' }, /^A run takes at most 3 h 31 min: 119 requests /m],
  ] as const
).entries()) {
  test(`\`run --plan\` says how long a run may take at most ${JSON.stringify(change)}${slowIf(at > 0)}`, async () => {
    const { code, stdout } = await conformance(['run', '--plan'], { ...NOWHERE, ...change });
    expect([code, stdout]).toEqual([0, expect.stringMatching(said)]);
  });
}

test('the README says of the default times what `run --plan` says', async () => {
  const { stdout } = await conformance(['run', '--plan'], NOWHERE);
  const [said = 'nothing'] = /takes at most [\w ]+/.exec(stdout) ?? [];
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(
    `With the default times a run ${said};`,
  );
});
