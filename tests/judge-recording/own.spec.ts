import { expect } from '@playwright/test';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { idsOf, judged } from './judged.ts';

/** What a run made of its requirements, and what is made of its evidence alone. */
async function both(deviation?: string) {
  const { input } = await run({}, deviation === undefined ? {} : { deviation });
  const again = await judged(test.info().outputPath('reports', 'evidence.har'));
  return { run: input.report, judged: again.report, before: input.exchanges, after: again.exchanges };
}

test('the evidence of a conforming run is judged as the run was', async () => {
  const all = await both();
  const outcomes = (report: typeof all.run) => report.requirements.map(({ id, outcome }) => [id, outcome]);
  expect(outcomes(all.judged)).toEqual(outcomes(all.run));
  expect(all.judged.recording).toMatchObject({ own: true, exchanges: all.before.length });
  expect(all.judged.run.exitCode).toBe(0);
  expect(all.after).toEqual(all.before);
});

for (const deviation of ['never-deleted', 'missing-phase', 'refuses-body', 'deletes-neighbour']) {
  test(`the evidence of a run against ${deviation} breaks what the run broke @slow`, async () => {
    const all = await both(deviation);
    expect(idsOf(all.judged, 'failed')).toEqual(idsOf(all.run, 'failed'));
    expect(idsOf(all.judged, 'failed')).not.toEqual([]);
    expect(all.judged.run.exitCode).toBe(1);
  });
}

test('what a run could not send is not observed in its evidence, and nothing of it is broken', async () => {
  const { input } = await run(liveSettings('http://127.0.0.1:1'));
  expect(input.exchanges.length).toBeGreaterThan(0);
  const { report } = await judged(test.info().outputPath('reports', 'evidence.har'));
  expect(idsOf(report, 'failed')).toEqual([]);
  expect(report.run.exitCode).toBe(3);
});
