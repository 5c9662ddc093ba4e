import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance } from '../cli/command.ts';
import { inShell } from '../cli/in-shell.ts';
import { neighboursOf, poolOf } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { entryOf, reportJson, reportText, SETTINGS, startMocks, writeTargets } from './many.ts';

test('each target has its verdict, its folder and its ledger; one history serves all; the worst decides', async () => {
  const right = await startMock();
  const wrong = await startMock({ deviation: 'missing-phase' });
  const file = writeTargets([
    entryOf(right, 'right'),
    entryOf(wrong, 'wrong vendor'),
    entryOf(right, 'no secret', { pool: 'other', auth: { tokenEnv: 'WRONG_ENV' } }),
    { ...entryOf(right, 'down'), endpoint: 'http://127.0.0.1:1', allowDelete: '127.0.0.1:1' },
  ]);
  const history = test.info().outputPath('history.ndjson');
  const { code, stdout, stderr } = await conformance(['run', '--targets', file], {
    ...SETTINGS,
    WRONG_ENV: 'another-token',
    CONFORMANCE_HISTORY: history,
  });
  expect([code, stderr]).toEqual([1, '']);
  for (const name of ['right', 'wrong vendor', 'no secret', 'down']) {
    expect(reportText(name, 'ledger.ndjson')).not.toBeNull();
    for (const one of ['conformance.html', 'conformance.md', 'junit.xml', 'evidence.har'])
      expect(reportText(name, one)).not.toBeNull();
  }
  const verdicts = {
    right: 'conformant',
    'wrong vendor': 'non-conformant',
    'no secret': 'inconclusive',
    down: 'inconclusive',
  };
  for (const [name, verdict] of Object.entries(verdicts))
    expect(reportJson(name, 'conformance.json').verdict).toBe(verdict);
  const totals = reportJson('targets.json');
  expect(totals).toMatchObject({
    verdict: 'non-conformant',
    exitCode: 1,
    names: Object.keys(verdicts),
    missing: [],
  });
  expect(
    totals.targets.map((one: { name: string; verdict: string; exitCode: number }) => [
      one.name,
      one.verdict,
      one.exitCode,
    ]),
  ).toEqual([
    ['right', 'conformant', 0],
    ['wrong vendor', 'non-conformant', 1],
    ['no secret', 'inconclusive', 3],
    ['down', 'inconclusive', 3],
  ]);
  expect(readFileSync(history, 'utf8').trim().split('\n')).toHaveLength(4);
  expect(reportText('junit.xml')?.match(/<testsuite /g)).toHaveLength(4);
  // A line when one ends, and no line over another.
  for (const name of Object.keys(verdicts))
    expect(stdout.match(new RegExp(`^[✓✗?] ${name} `, 'gm'))).toHaveLength(1);
  expect(stdout).not.toContain('\u001b');
  expect(stdout.trimEnd().split('\n').slice(-12).join('\n')).toContain(
    '✗ NON-CONFORMANT  1 of 4 targets did not conform',
  );
  // Nothing shows a secret, and nothing is left.
  for (const text of [stdout, ...filesBelow('reports'), readFileSync(history, 'utf8')])
    for (const secret of ['mock-token', 'another-token']) expect(text).not.toContain(secret);
  expect(await poolOf(right)).toEqual(neighboursOf(right));
  await Promise.all([right.close(), wrong.close()]);
});

/** The texts of all files below a folder of the test. */
function filesBelow(folder: string): readonly string[] {
  const dir = test.info().outputPath(folder);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}

test('runs in one pool go one after the other, also where their endpoints are written otherwise @slow', async () => {
  const mock = await startMock();
  const other = { endpoint: `${mock.endpoint}/`, template: 'other-template', perHost: 4 };
  const file = writeTargets([entryOf(mock, 'one'), entryOf(mock, 'two', other)]);
  const { code } = await conformance(['run', '--targets', file], SETTINGS);
  expect(code).toBe(0);
  const times = ['one', 'two'].map((name) => {
    const { startedAt, durationMs } = reportJson(name, 'conformance.json');
    return { from: Date.parse(startedAt), until: Date.parse(startedAt) + durationMs };
  });
  const [first, second] = times.sort((a, b) => a.from - b.from);
  expect(first?.until).toBeLessThanOrEqual(second?.from ?? 0);
  await mock.close();
});

test('one of ten thousand targets with one secret is planned before the time of a test is over @slow', async () => {
  const mock = await startMock();
  const file = writeTargets(Array.from({ length: 10_000 }, (_, at) => entryOf(mock, `t${at}`)));
  const { code } = await conformance(['run', '--plan', '--targets', file, '--target', 't9999'], SETTINGS);
  expect(code).toBe(0);
  await mock.close();
});

test('with few files that may be open, as many go on at once as there are files for, and all come to their end @slow', async () => {
  const mock = await startMock();
  const file = writeTargets(
    Array.from({ length: 24 }, (_, at) => entryOf(mock, `t${at}`, { pool: `p${at}`, perHost: 24 })),
  );
  const { code, stderr } = await inShell(
    { before: 'ulimit -n 64' },
    ['run', '--targets', file, '--jobs', '24'],
    { ...SETTINGS, TOKEN_ENV: 'another-token' },
  );
  expect([code, stderr]).toEqual([3, '']);
  const { targets } = reportJson('targets.json');
  expect(targets.map((one: { exitCode: number }) => one.exitCode)).toEqual(targets.map(() => 3));
  expect(targets).toHaveLength(24);
  await mock.close();
});

test('`--target` runs those alone; what the others would need is not asked for @slow', async () => {
  const [one, two] = await startMocks(2);
  if (one === undefined || two === undefined) throw new Error('No mock.');
  const file = writeTargets([
    entryOf(one, 'a'),
    entryOf(two, 'b', { auth: { tokenEnv: 'NOT_SET' } }),
    entryOf(two, 'c', { pool: 'p' }),
  ]);
  const { code } = await conformance(['run', '--targets', file, '--target', 'a'], SETTINGS);
  expect(code).toBe(0);
  expect(reportJson('targets.json')).toMatchObject({
    names: ['a', 'b', 'c'],
    missing: [],
    targets: [{ name: 'a' }],
  });
  expect(readdirSync(test.info().outputPath('reports')).sort()).toEqual(
    ['.conformance', 'a', 'junit.xml', 'targets.html', 'targets.json', 'targets.md'].filter(
      (name) => name !== '.conformance',
    ),
  );
  expect(two.requests()).toBe(0);
  await Promise.all([one.close(), two.close()]);
});

test('what is wrong with the settings of any is told of all, in the words of the file, and nothing is sent', async () => {
  const mock = await startMock();
  const file = writeTargets([
    entryOf(mock, 'unarmed', { allowDelete: 'elsewhere.example.com' }),
    entryOf(mock, 'unset', { auth: { akEnv: 'NO_AK', skEnv: 'NO_SK' } }),
    entryOf(mock, 'plain', { endpoint: 'http://far.example.com', allowDelete: 'far.example.com' }),
    entryOf(mock, 'dots', { pool: '..' }),
    entryOf(mock, 'blank', { auth: { tokenEnv: 'BLANK_ENV' } }),
    entryOf(mock, 'waivers', { waivers: 'none.yaml' }),
    entryOf(mock, 'right'),
  ]);
  const { code, stderr } = await conformance(['run', '--targets', file], {
    ...SETTINGS,
    BLANK_ENV: 'a token',
    CONFORMANCE_LEDGER: 'l.ndjson',
    CONFORMANCE_RUNNER: 'playwright',
    MODELARTS_SETTLE_TIMEOUT_MS: 'long',
  });
  expect(code).toBe(2);
  const told = stderr
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^Line \d+, column \d+ of `targets.yaml`: /, '- '));
  expect(told).toEqual([
    expect.stringMatching(/^`MODELARTS_SETTLE_TIMEOUT_MS` is `long`/),
    expect.stringMatching(/^`CONFORMANCE_LEDGER` is set, and each of many targets keeps its own/),
    expect.stringMatching(
      /^`CONFORMANCE_RUNNER` is `playwright`, and many targets are run by the direct runner alone/,
    ),
    expect.stringMatching(
      /^- of `unarmed`, `allowDelete` is `elsewhere.example.com`; right would be `127.0.0.1:\d+`/,
    ),
    '- of `unset`, `akEnv` names `NO_AK`, which is not set; right would be one that holds what `HUAWEICLOUD_SDK_AK` would hold.',
    '- of `unset`, `skEnv` names `NO_SK`, which is not set; right would be one that holds what `HUAWEICLOUD_SDK_SK` would hold.',
    expect.stringMatching(/^- of `plain`, `endpoint` is plain `http` to `far.example.com`/),
    expect.stringMatching(/^- of `dots`, `pool` is `\.\.`, which a path resolves to another resource/),
    '- of `blank`, `BLANK_ENV` has white space as character 2 of 7; right would be the value alone.',
    expect.stringMatching(
      /^- of `waivers`, `waivers` is a value of \d+ characters, which is no file|^- of `waivers`, `waivers` is `.*none.yaml`, which is no file/,
    ),
  ]);
  expect(reportText('targets.json')).toBeNull();
  expect(mock.requests()).toBe(0);
  await mock.close();
});

test('what is wrong with the waivers of one is told beside what is wrong with another', async () => {
  const mock = await startMock();
  writeFileSync(test.info().outputPath('odd.yaml'), '- requirement: delete.200.statu');
  const file = writeTargets([
    entryOf(mock, 'unarmed', { allowDelete: 'elsewhere.example.com' }),
    entryOf(mock, 'waived', { waivers: 'odd.yaml' }),
  ]);
  const { code, stderr } = await conformance(['run', '--targets', file], SETTINGS);
  expect(code).toBe(2);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringContaining('of `unarmed`, `allowDelete` is'),
    ...['reason', 'until', 'approvedBy'].map((member) =>
      expect.stringContaining(`Line 1, column 3 of \`odd.yaml\`: The waiver has no \`${member}\``),
    ),
    expect.stringMatching(/^Line 1, column 16 of `odd.yaml`: `delete.200.statu` is no requirement/),
  ]);
  expect(mock.requests()).toBe(0);
  await mock.close();
});

const REFUSED: readonly (readonly [args: readonly string[], told: RegExp])[] = [
  [['run', '--targets', 'FILE', '--runner', 'playwright'], /`--runner` is `playwright`, and many targets/],
  [['run', '--targets', 'FILE', '--mock'], /`--targets` names endpoints, and `--mock`/],
  [['run', '--targets', 'FILE', '--deviation', 'missing-phase'], /`--targets` names endpoints, and `--mock`/],
  [['run', '--plan', '--targets', 'FILE', '--runner', 'playwright'], /`--runner` is `playwright`, and many/],
  [['run', '--plan', '--targets', 'FILE', '--mock'], /`--targets` names endpoints, and `--mock`/],
  [['sweep', '--targets', 'FILE', '--target', 'right', '--remove', 'a'], /`--remove` is `a`; right would be/],
  [['run', '--targets', 'FILE', '--jobs', '0'], /`--jobs` is `0`; right would be a whole number from 1/],
  [
    ['run', '--targets', 'FILE', '--target', 'righ'],
    /`--target` is `righ`, which no target of the file is called; did you mean `right`\?/,
  ],
  [['run', '--targets', 'none.yaml'], /`--targets` names `none.yaml`, which is not there/],
  [['run', '--targets', '.'], /which is no regular file/],
  [['run', '--target', 'right'], /`--target` is given without `--targets`/],
  [['run', '--jobs', '3'], /`--jobs` is given without `--targets`/],
  [['sweep', '--targets', 'FILE', '--ledger', 'l'], /each of many targets has its own/],
  [['sweep', '--targets', 'FILE', '--remove', 'a@b'], /`--remove` is for one pool/],
  [['doctor', '--jobs', '2'], /without `--targets`/],
];

test('what cannot go with many targets is refused with a sentence @slow', async () => {
  const mock = await startMock();
  const file = writeTargets([entryOf(mock, 'right')]);
  for (const [args, told] of REFUSED) {
    const { code, stderr } = await conformance(
      args.map((one) => (one === 'FILE' ? file : one)),
      SETTINGS,
    );
    expect([code, stderr], args.join(' ')).toEqual([2, expect.stringMatching(told)]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(mock.requests()).toBe(0);
  await mock.close();
});
