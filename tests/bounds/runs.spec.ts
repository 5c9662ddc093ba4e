import { readFileSync, statSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { test } from '../own-test.ts';
import { bomb, largePool } from './payloads.ts';
import { type Measured, measured } from './peaks.ts';

/** No process of a run may take more, in MB. */
const MOST_MB = 512;

/** No evidence may be longer, in bytes. */
const MOST_EVIDENCE = 256_000_000;

async function runAgainst(
  disturb: (passing: Passing) => Disturbance,
  runner: 'direct' | 'playwright',
): Promise<Measured & { readonly report: Report; readonly left: number }> {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, disturb);
  try {
    const run = await measured(disturbed.endpoint, runner);
    const { projectId, poolName, templateName, tokens } = mock.options;
    const { status } = await fetch(
      `${mock.endpoint}/v2/${projectId}/pools/${poolName}/plugins/${templateName}`,
      { headers: { 'x-auth-token': tokens[0] ?? '' } },
    );
    const report = JSON.parse(readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8'));
    return { ...run, report, left: status };
  } finally {
    await disturbed.close();
    await mock.close();
  }
}

/** Which runners meet how many: many of them take minutes, a few show the same of one process. */
const RUNS = [
  { runner: 'direct', many: false },
  { runner: 'direct', many: true },
  { runner: 'playwright', many: true },
] as const;

for (const { runner, many } of RUNS) {
  const how = many ? 'many @long' : 'one of each @slow';
  test(`answers of 60 KB that unpack to 60 MiB are judged, and nothing is left: ${runner}, ${how}`, async () => {
    test.setTimeout(1_200_000);
    const run = await runAgainst(
      bomb(({ method, own, onList, before }) =>
        many
          ? (own || onList) && (method !== 'GET' || before % 8 === 1)
          : before === 1 && (method === 'DELETE' ? own : method === 'GET' && onList),
      ),
      runner,
    );
    expect(run.stderr).toBe('');
    expect([run.code, run.left]).toEqual([0, 404]);
    expect(run.report.counts).toMatchObject({ failed: 0, inconclusive: 0 });
    expect(run.peaks.length).toBeGreaterThanOrEqual(runner === 'direct' ? 1 : 2);
    expect(run.peaks.filter(({ mb }) => mb >= MOST_MB)).toEqual([]);
    const evidence = statSync(test.info().outputPath('reports', 'evidence.har')).size;
    expect(evidence).toBeGreaterThan(60_000_000);
    expect(evidence).toBeLessThan(MOST_EVIDENCE);
  });
}

for (const { runner, many } of RUNS) {
  const [count, how] = many ? [100_000, '@long'] : [4000, '@slow'];
  test(`Lists of ${count} plug-ins in every answer of a run are judged: ${runner} ${how}`, async () => {
    test.setTimeout(1_800_000);
    const run = await runAgainst(largePool(count), runner);
    expect([run.code, run.left, run.stderr]).toEqual([0, 404, '']);
    expect(run.report.counts).toMatchObject({ failed: 0, inconclusive: 0, drift: 0 });
    expect(run.peaks.filter(({ mb }) => mb >= MOST_MB)).toEqual([]);
    expect(statSync(test.info().outputPath('reports', 'evidence.har')).size).toBeLessThan(MOST_EVIDENCE);
  });
}
