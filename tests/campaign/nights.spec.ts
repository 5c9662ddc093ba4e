import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { answering, type Passing, startDisturbed } from './disturbed.ts';
import { liveSettings, run } from './run.ts';

/** Two targets in seven nights. */
const RUNS = 14;

/** Most of a run is pauses: so many go on side by side. */
const AT_ONCE = 4;

const TROUBLE = [429, 502, 503, 504] as const;

/** A tenth of all requests, the same ones whenever the seed is the same. */
function troubleOf(seed: number, { method, path, own, before }: Passing) {
  const hash = createHash('sha256').update(`${seed} ${method} ${path} ${own} ${before}`).digest();
  if (hash.readUInt32BE(0) >= 0.1 * 2 ** 32) return null;
  return answering(TROUBLE[(hash[4] ?? 0) % TROUBLE.length] ?? 503, { 'retry-after': '0' });
}

/** One run, and what its report says. */
async function runAt(seed: number) {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, (passing) => troubleOf(seed, passing));
  const environment = {
    ...liveSettings(disturbed.endpoint),
    CONFORMANCE_REPORTS_DIR: test.info().outputPath(String(seed)),
    // The time for sending again what met trouble is as long.
    MODELARTS_SETTLE_TIMEOUT_MS: '8000',
  };
  const { input } = await run(environment, { attempts: 3 });
  await disturbed.close();
  await mock.close();
  return input.report;
}

test('in seven nights with a tenth of trouble each run is conclusive in three attempts @slow', async () => {
  const seeds = Array.from({ length: RUNS }, (_, seed) => seed);
  const reports: Report[] = [];
  while (seeds.length > 0) reports.push(...(await Promise.all(seeds.splice(0, AT_ONCE).map(runAt))));
  const verdicts = reports.map(({ verdict, reason }) => (verdict === 'conformant' ? verdict : reason));
  expect(verdicts).toEqual(verdicts.map(() => 'conformant'));
  // With one attempt these would have been inconclusive.
  const further = reports.filter(({ run: made }) => made.attempts > 1);
  expect(further.length).toBeGreaterThan(0);
});
