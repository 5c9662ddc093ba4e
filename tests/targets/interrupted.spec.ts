import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance, type Running, start } from '../cli/command.ts';
import { isInstalled } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { slowly } from '../slow.ts';
import { entryOf, reportJson, reportText, SETTINGS, startMocks, writeTargets } from './many.ts';

/** Waits until something is so; the test's own time is the limit. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Three targets of which two go on at once, and take their time to install. */
async function begin(): Promise<{ mocks: readonly Mock[]; file: string; running: Running }> {
  const mocks = await startMocks(3, { installMs: 2500 });
  const file = writeTargets(mocks.map((mock, at) => entryOf(mock, `t${at}`)));
  const running = start(['run', '--targets', file, '--jobs', '2'], SETTINGS);
  for (const mock of mocks.slice(0, 2)) await until(() => isInstalled(mock));
  return { mocks, file, running };
}

async function end(mocks: readonly Mock[]): Promise<void> {
  for (const mock of mocks) expect(await isInstalled(mock)).toBe(false);
  await Promise.all(mocks.map((mock) => mock.close()));
}

test('one SIGINT has all of them removed what they installed, and none begin any more @slow', async () => {
  test.slow();
  const { mocks, running } = await begin();
  running.kill('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect([code, stderr]).toEqual([130, expect.stringContaining('Interrupted: removing what was installed')]);
  for (const name of ['t0', 't1']) expect(reportJson(name, 'conformance.json').run.exitCode).toBe(130);
  const totals = reportJson('targets.json');
  expect([totals.exitCode, totals.targets.map((one: { exitCode: number }) => one.exitCode)]).toEqual([
    130,
    [130, 130, 130],
  ]);
  expect(totals.targets[2]).toMatchObject({
    verdict: null,
    reason: expect.stringContaining('before it was the turn'),
  });
  expect(stdout).toContain('? t2');
  expect(mocks[2]?.requests()).toBe(0);
  await end(mocks);
});

test('once their parent is killed they end, and remove what they installed; nothing is left for `sweep --targets` @slow', async () => {
  test.slow();
  const { mocks, file, running } = await begin();
  running.kill('SIGKILL');
  await running.ended;
  await until(() => ['t0', 't1'].every((name) => reportJson(name, 'conformance.json') !== null));
  for (const name of ['t0', 't1']) expect(reportJson(name, 'conformance.json').run.exitCode).toBe(130);
  const swept = await conformance(['sweep', '--targets', file], SETTINGS);
  expect([swept.code, swept.stderr]).toEqual([0, '']);
  expect(reportText('t2', 'ledger.ndjson')).toBeNull();
  await end(mocks);
});

test('where all of them are killed, `sweep --targets` empties the pools by their ledgers @slow', async () => {
  test.slow();
  const { mocks, file, running } = await begin();
  const children = readFileSync(
    `/proc/${running.child.pid}/task/${running.child.pid}/children`,
    'utf8',
  ).trim();
  running.kill('SIGKILL');
  slowly('kill');
  for (const pid of children.split(' ')) process.kill(Number(pid), 'SIGKILL');
  await running.ended;
  expect(await Promise.all(mocks.slice(0, 2).map(isInstalled))).toEqual([true, true]);
  const dry = await conformance(['sweep', '--targets', file, '--dry-run'], SETTINGS);
  expect(dry.stdout.match(/would be removed/g)).toHaveLength(2);
  const one = await conformance(['sweep', '--targets', file, '--target', 't1'], SETTINGS);
  expect([one.code, one.stdout]).toEqual([0, expect.stringMatching(/^\n== t1\n[^=]*✓ removed: [^=]*$/)]);
  const swept = await conformance(['sweep', '--targets', file], SETTINGS);
  expect([swept.code, swept.stderr]).toEqual([0, '']);
  expect(swept.stdout.match(/✓ removed/g)).toHaveLength(1);
  expect([...swept.stdout.matchAll(/^== (.*)$/gm)].map(([, name]) => name)).toEqual(['t0', 't1', 't2']);
  await end(mocks);
});

test('a second SIGINT ends all at once, and the ledgers say what is left @slow', async () => {
  test.slow();
  const [mock] = await startMocks(1, { installMs: 600_000 });
  if (mock === undefined) throw new Error('No mock.');
  const file = writeTargets([entryOf(mock, 't0')]);
  const running = start(['run', '--targets', file], { ...SETTINGS, MODELARTS_SETTLE_TIMEOUT_MS: '600000' });
  await until(() => isInstalled(mock));
  const child = Number(readFileSync(`/proc/${running.child.pid}/task/${running.child.pid}/children`, 'utf8'));
  running.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  await until(() => !isThere(child));
  await mock.close();
});

function isThere(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') !== true;
  } catch {
    return false;
  }
}
