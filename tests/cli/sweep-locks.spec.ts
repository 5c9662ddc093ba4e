import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LedgerEntry } from '../../src/lifecycle/ledger-lines.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { ELSEWHERE, IN_CONTAINER, OWN, REUSED, writeLock } from '../campaign/locks/lock-files.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformance, start } from './command.ts';
import { installed, poolOf, reportsOf, settingsOn } from './lock-runs.ts';
import { isInstalled } from './pool-of.ts';

const SECOND = 1000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** A pool with the instance that a run installed so long ago, by the ledger in `reports`, and the run's process in it. */
async function left(by: Partial<LedgerEntry>, agoMs = 10 * SECOND): Promise<Mock> {
  const creationTimestamp = ago(agoMs - SECOND).replace(/\.\d+/, '');
  const mock = await startMock({
    neighbours: [{ templateName: 'node-local-dns', version: '1.6.36', inputs: {}, creationTimestamp }],
  });
  const { projectId, poolName, templateName } = mock.options;
  const run = '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59';
  const about = { at: ago(agoMs), run, endpoint: mock.endpoint, projectId, poolName, templateName };
  const absentAt = ago(agoMs + SECOND).replace(/\.\d+/, '');
  const lines = [
    { ...about, event: 'install-intended', absentAt, settleTimeoutMs: 60 * SECOND, ...by },
    { ...about, event: 'installed', creationTimestamp },
  ];
  mkdirSync(reportsOf('one'));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(join(reportsOf('one'), 'ledger.ndjson'), text);
  return mock;
}

interface Case {
  readonly by: Partial<LedgerEntry>;
  readonly agoMs?: number;
  /** Whose lock the pool has, and how long ago it beat; left out: none. */
  readonly lock?: { readonly of: typeof OWN; readonly beatenMs?: number };
  readonly isRemoved: boolean;
  readonly told?: RegExp;
}

const { processStart } = OWN;
const ours = { host: OWN.host, pid: OWN.pid, ...(processStart === null ? {} : { processStart }) };
const reused = { ...ours, processStart: REUSED.processStart ?? '' };
const inContainer = { ...IN_CONTAINER, processStart: IN_CONTAINER.processStart ?? '' };

const cases: Readonly<Record<string, Case>> = {
  'a process that runs': { by: ours, isRemoved: false, told: /may still be under way \(process \d+ on/ },
  'a process whose number another has now': { by: reused, isRemoved: true },
  'another container, whose lock beat just now': {
    ...{ by: inContainer, lock: { of: IN_CONTAINER }, isRemoved: false, told: /may still be under way/ },
  },
  'another container, whose lock is silent': {
    ...{ by: inContainer, lock: { of: IN_CONTAINER, beatenMs: 31 * SECOND }, isRemoved: true },
  },
  'another container, whose lock would be in this directory': {
    ...{ by: { ...inContainer, inReports: true }, isRemoved: true },
  },
  'another machine, whose lock cannot be seen': {
    ...{ by: ELSEWHERE, isRemoved: false, told: /may still be under way \(process 4711 on `elsewhere`\)/ },
  },
  'another machine, of longer ago than a run may take': {
    ...{ by: ELSEWHERE, agoMs: 300 * SECOND, isRemoved: true },
  },
  'a process that is over, in a pool that another has': {
    ...{ by: reused, lock: { of: ELSEWHERE }, isRemoved: false },
    told: /In this pool another run is under way: process 4711 on `elsewhere`[\s\S]*remove `.*\.lock`/,
  },
};

for (const [at, [whose, one]] of Object.entries(cases).entries()) {
  const { by, agoMs, lock, isRemoved, told = /✓ removed/ } = one;
  test(`\`sweep\` ${isRemoved ? 'removes' : 'leaves'} what is of ${whose}${slowIf(at > 0)}`, async () => {
    const mock = await left(by, agoMs);
    if (lock !== undefined) writeLock(poolOf(mock), lock.of, { beatenMs: lock.beatenMs ?? 0 });
    if (!isRemoved) {
      const looked = await conformance(['sweep', '--dry-run'], settingsOn(mock, 'one'));
      expect([looked.code, looked.stdout]).toEqual([3, expect.stringMatching(told)]);
    }
    const { code, stdout } = await conformance(['sweep'], settingsOn(mock, 'one'));
    expect([code, stdout]).toEqual([isRemoved ? 0 : 3, expect.stringMatching(told)]);
    expect(await isInstalled(mock)).toBe(!isRemoved);
    await mock.close();
  });
}

test('`sweep` beside a run leaves what is of it: in its directory with 2, elsewhere by its ledger with 3 @slow', async () => {
  const mock = await startMock({ installMs: 600_000 });
  const running = start(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  await installed('one');
  const beside = await conformance(['sweep'], settingsOn(mock, 'one'));
  expect([beside.code, beside.stderr]).toEqual([2, expect.stringContaining('another run is under way')]);
  const ledger = { CONFORMANCE_LEDGER: join(reportsOf('one'), 'ledger.ndjson') };
  const elsewhere = await conformance(['sweep'], { ...settingsOn(mock, 'other'), ...ledger });
  expect([elsewhere.code, elsewhere.stdout]).toEqual([3, expect.stringContaining('may still be under way')]);
  expect(await isInstalled(mock)).toBe(true);
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  await mock.close();
});
