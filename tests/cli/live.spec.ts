import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MOCK_SERVER } from '../../src/lifecycle/walk/mock-name.ts';
import { MOCK_DEFAULTS, type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { iamSettings, liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf, slowIf } from '../slow.ts';
import { conformance, start, unbroken } from './command.ts';

const report = () => JSON.parse(readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8'));
const NAMED = { server: MOCK_SERVER };

/** Which plug-ins the mock has, beside those that it began with. */
async function installed({ endpoint, options }: Mock): Promise<string> {
  const { projectId, poolName, tokens } = options;
  const url = `${endpoint}/v2/${projectId}/pools/${poolName}/plugins`;
  return (await fetch(url, { headers: { 'x-auth-token': tokens[0] ?? '' } })).text();
}

for (const [what, args, environment] of [
  ['--live', ['--live'], {}],
  ['CONFORMANCE_LIVE', [], { CONFORMANCE_LIVE: 'true' }],
  ['--live', ['--live', '--mock'], liveSettings('http://127.0.0.1:9')],
  ['CONFORMANCE_LIVE', ['--mock'], { CONFORMANCE_LIVE: 'true' }],
] as const) {
  for (const command of [['run', '--runner', 'direct'], ['run'], ['run', '--plan'], ['doctor']]) {
    if (command[0] === 'doctor' && args.some((one) => one === '--mock')) continue;
    const isFirst = what === '--live' && args.length === 1;
    test(`\`${[...command, ...args].join(' ')}\` with ${JSON.stringify(environment)} refuses the embedded mock${slowIf(!isFirst && command[0] !== 'doctor')}`, async () => {
      const { code, stdout, stderr } = await conformance([...command, ...args], environment);
      expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(`\`${what}\` is `)]);
      expect(stdout + stderr).toContain('the target is a mock; right would be a live endpoint.');
      expect(existsSync(test.info().outputPath('reports', 'conformance.json'))).toBe(false);
    });
  }
}

for (const runner of ['direct', 'playwright']) {
  for (const [args, environment] of [
    [['--live'], {}],
    [[], { CONFORMANCE_LIVE: 'true' }],
  ] as const) {
    test(`a mock of its own is known by the first List of a ${runner} run, ${args[0] ?? 'by the setting'}, and nothing is installed${runner === 'direct' ? slowIf(args.length > 0) : longIf(args.length === 0)}`, async () => {
      const mock = await startMock(NAMED);
      const before = await installed(mock);
      const ended = await conformance(['run', '--runner', runner, ...args], {
        ...liveSettings(mock.endpoint),
        ...environment,
      });
      expect([ended.code, ended.stderr]).toEqual([
        2,
        expect.stringContaining('the target is a mock by its `Server`'),
      ]);
      expect(unbroken(ended.stdout)).toMatch(/The target is a mock, `conformance-mock\/\d/);
      // The one List of the run is the third request.
      expect(await installed(mock)).toBe(before);
      expect(mock.requests()).toBe(3);
      expect(report()).toMatchObject({
        verdict: 'inconclusive',
        target: { mock: true },
        run: { exitCode: 2 },
      });
      await mock.close();
    });
  }
}

test('a mock that refuses the first List, or deviates, is known by it too @slow', async () => {
  for (const options of [{ tokens: ['another'] }, { deviation: 'missing-phase' }]) {
    const mock = await startMock({ ...NAMED, ...options });
    const { code } = await conformance(['run', '--live', '--runner', 'direct'], liveSettings(mock.endpoint));
    expect(code).toBe(2);
    expect(mock.requests()).toBe(1);
    await mock.close();
  }
});

test('`doctor --live` tells a mock of its own and ends in exit 2; without it says MOCK @slow', async () => {
  const mock = await startMock(NAMED);
  const settings = liveSettings(mock.endpoint);
  const live = await conformance(['doctor', '--live'], settings);
  expect([live.code, live.stdout]).toEqual([
    2,
    expect.stringMatching(/✗ target +MOCK: .*`conformance-mock\//),
  ]);
  const unasked = await conformance(['doctor'], settings);
  expect([unasked.code, unasked.stdout]).toEqual([0, expect.stringMatching(/✓ target +MOCK: /)]);
  const refused = await conformance(['doctor', '--live'], {
    ...settings,
    MODELARTS_AUTH_TOKEN: 'another-token',
  });
  expect([refused.code, refused.stdout]).toEqual([2, expect.stringContaining('The target is a mock')]);
  await mock.close();
});

for (const runner of ['direct', 'playwright']) {
  test(`a ${runner} run that meets a mock says MOCK wherever that listens, and its ledger is a live one's${longIf(runner === 'playwright')}`, async () => {
    const { kill, printed, ended } = start(['mock']);
    await expect.poll(printed, { timeout: 60_000 }).toContain('# Ctrl-C ends it.');
    const [, endpoint = ''] = /listens on (\S+)\. /.exec(printed()) ?? [];
    const run = await conformance(['run', '--runner', runner], liveSettings(endpoint));
    kill('SIGTERM');
    await ended;
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('MOCK: this run was against a mock')]);
    expect(report().target).toMatchObject({ mock: true, endpoint });
    for (const name of ['conformance.html', 'conformance.md', 'junit.xml']) {
      const text = readFileSync(test.info().outputPath('reports', name), 'utf8');
      expect(text, name).toMatch(name === 'junit.xml' ? /name="mock" value="true"/ : /MOCK|Mock/);
    }
    // What such a mock was left with is for `sweep`.
    const ledger = readFileSync(test.info().outputPath('reports', 'ledger.ndjson'), 'utf8');
    expect(ledger).not.toContain('"mock":true');
  });
}

test('a live endpoint is tested with `--live` as without, also where a mock is its IAM @slow', async () => {
  const [live, iam] = [await startMock(), await startMock(NAMED)];
  // Both know the same token.
  const settings = iamSettings(live.endpoint, iam.endpoint);
  const { code, stdout } = await conformance(['run', '--live', '--runner', 'direct'], settings);
  expect([code, stdout]).toEqual([0, expect.not.stringContaining('MOCK')]);
  expect(report().target.mock).toBe(false);
  await live.close();
  await iam.close();
});

test('`CONFORMANCE_LIVE` is true or false, and `sensitivity` has servers of its own @slow', async () => {
  const wrong = await conformance(['run'], { CONFORMANCE_LIVE: 'yes' });
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    '`CONFORMANCE_LIVE` is `yes`; right would be `true` or `false`.\n',
  ]);
  expect((await conformance(['run', '--runner', 'direct'], { CONFORMANCE_LIVE: 'false' })).code).toBe(0);
  const one = await conformance(['sensitivity', '--server', 'put-500'], { CONFORMANCE_LIVE: 'true' });
  expect(one.code).toBe(0);
});

test('the mock of the tests has no `Server`', async () => {
  expect(MOCK_DEFAULTS.server).toBeNull();
  const mock = await startMock();
  expect((await fetch(mock.endpoint)).headers.get('server')).toBeNull();
  await mock.close();
});
