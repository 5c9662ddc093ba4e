import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MOCK_DEFAULTS } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { run } from './run.ts';

const PHASE = 'delete.200.body.status.phase';

function waiver(requirement: string, until: string, more: Readonly<Record<string, unknown>> = {}) {
  return { requirement, reason: 'The next release has it.', until, approvedBy: 'A. Person', ...more };
}

async function runWaiving(...waivers: readonly object[]) {
  const file = test.info().outputPath('known.yaml');
  writeFileSync(file, JSON.stringify(waivers));
  return (await run({ CONFORMANCE_WAIVERS: file }, { deviation: 'missing-phase' })).input.report;
}

test('a violation that a valid waiver names is waived, and never shown as plain green', async () => {
  const here = { scope: 'mock.localhost:4010', pool: MOCK_DEFAULTS.poolName, ticket: 'OPS-7' };
  const given = waiver(PHASE, dayFromNow(90), here);
  const stale = waiver('delete.200.status', dayFromNow(3));
  const elsewhere = waiver('delete.200.json', dayFromNow(-1), { pool: 'pool-b' });
  const report = await runWaiving(given, stale, elsewhere);
  expect(report.verdict).toBe('conformant-with-waivers');
  expect(report.counts).toMatchObject({ failed: 0, waived: 1 });
  expect(report.requirements.find(({ id }) => id === PHASE)?.waiver).toEqual(given);
  // One of another pool is nothing to this run.
  expect(report.waivers).toEqual({ expired: [], notYet: [], stale: [stale], expiring: [stale] });
});

test('a waiver that expired, is for another pool or has other fingerprints is not applied', async () => {
  const report = await runWaiving(
    waiver(PHASE, '2020-01-01'),
    waiver(PHASE, dayFromNow(30), { pool: 'pool-b' }),
    waiver(PHASE, dayFromNow(30), { fingerprints: ['ffffffffffff'] }),
  );
  expect(report.verdict).toBe('non-conformant');
  expect(report.notes.map(({ message }) => message)).toEqual([
    `The waiver for \`${PHASE}\` expired on 2020-01-01 and was not applied. A. Person approved it.`,
    expect.stringMatching(/ is stale: the requirement was observed, and none of its fingerprints was seen\./),
  ]);
});
