import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Environment, liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
const report = (name: string) => readFileSync(test.info().outputPath('reports', name), 'utf8');

for (const runner of ['direct', 'playwright']) {
  test(`a ${runner} run keeps a line, and tells what is new first and last, whatever its exit code${longIf(runner === 'playwright')}`, async () => {
    const file = test.info().outputPath('history.ndjson');
    const mock = await startMock({ deviation: 'missing-phase' });
    const live: Environment = { ...liveSettings(mock.endpoint), CONFORMANCE_HISTORY: file };
    const args = ['run', '--runner', runner];
    // Both runners keep the same line.
    const [first, second] = [
      await conformance(['run', '--runner', 'direct'], live),
      await conformance(args, live),
    ];
    await mock.close();
    // What is not new fails the run nevertheless.
    expect([first.code, second.code]).toEqual([1, 1]);
    const told = [first, second].map(({ stdout }) => {
      const lines = stdout.trimEnd().split('\n');
      return lines.filter((line) => / new, \d+ still, \d+ fixed/.test(line));
    });
    expect(told[0]?.[0]).toBe('No earlier run to compare with: 1 new, 0 still, 0 fixed');
    expect(told[1]?.[0]).toMatch(/^Since \d+ \w+ \d\d:\d\d: 0 new, 1 still, 0 fixed$/);
    const last = second.stdout.trimEnd().split('\n').slice(-12);
    for (const part of [
      ...['✗ NON-CONFORMANT', 'requirements: 1 violated', `at ${live['MODELARTS_ENDPOINT']}`],
      ...['1 still', 'reports/conformance.html'],
    ]) {
      expect(last.join('\n')).toContain(part);
    }
    expect(second.stdout).toMatch(/\n {5}since {4}since \d+ \w+ \d\d:\d\d, seen in 2 of 2 runs\n/);
    expect(report('conformance.md')).toMatch(
      /^# ❌ Non-conformant\n\n\*\*Since [^\n]*: 0 new, 1 still, 0 fixed\*\*\n/,
    );
    const { changes } = JSON.parse(report('conformance.json'));
    expect([linesOf(file).length, changes.still.length, changes.base.verdict]).toEqual([
      2,
      1,
      'non-conformant',
    ]);
    // The same is told later, when the run's own line stands there too.
    const { code, stdout } = await conformance(['changes', '--format', 'json'], {
      CONFORMANCE_HISTORY: file,
    });
    expect([code, JSON.parse(stdout)]).toEqual([0, changes]);
  });
}

test('without a history nothing is told of it, and of a mock no line is kept @slow', async () => {
  const file = test.info().outputPath('history.ndjson');
  const mock = await conformance(['run', '--runner', 'direct'], { CONFORMANCE_HISTORY: file });
  expect([mock.code, existsSync(file)]).toEqual([0, false]);
  const server = await startMock();
  const { code, stdout } = await conformance(['run', '--runner', 'direct'], liveSettings(server.endpoint));
  await server.close();
  for (const text of [mock.stdout, stdout, report('conformance.md'), report('conformance.json')]) {
    expect(text).not.toMatch(/ still, |"changes"/);
  }
  expect(code).toBe(0);
});

test('a history that cannot be read or written is a warning, and the exit code is that of the run @slow', async () => {
  const folder = test.info().outputPath('sealed');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  const server = await startMock();
  // Whoever may do everything can write there nevertheless; nobody can write below a file.
  for (const file of ['/proc/none/history.ndjson', `${folder}/history.ndjson`]) {
    const { code, stdout, stderr } = await conformance(['run', '--runner', 'direct'], {
      ...liveSettings(server.endpoint),
      CONFORMANCE_HISTORY: file,
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining('✓ CONFORMANT')]);
    if (!existsSync(file))
      expect(stderr).toMatch(/^Warning: the history in `[^`]*` could not be written \(`\w+`\)\.\n$/);
  }
  await server.close();
});

for (const [what, set, sentence] of [
  ['in the reports', 'reports/history.ndjson', 'which is in the reports directory'],
  ['the reports directory itself', 'reports', 'which is in the reports directory'],
  ['the ledger', 'ledger.ndjson', 'which is the ledger'],
  ['a folder', '.', 'which is no regular file that can be reached'],
  ['a device', '/dev/null', 'which is no regular file that can be reached'],
] as const) {
  test(`a history that is ${what} ends a run in exit 2, and nothing is sent`, async () => {
    const server = await startMock();
    const { code, stderr } = await conformance(['run', '--runner', 'direct'], {
      ...liveSettings(server.endpoint),
      CONFORMANCE_LEDGER: 'ledger.ndjson',
      CONFORMANCE_HISTORY: set,
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`\`CONFORMANCE_HISTORY\` is \`${set}\`, ${sentence}`),
    ]);
    expect(stderr).toContain('; right would be ');
    expect(server.requests()).toBe(0);
    await server.close();
  });
}
