import { existsSync, readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { refusing } from './canary-targets.ts';
import { CONFIG, conformance, playwright, start } from './command.ts';

function allOf(suite: JSONReportSuite): readonly JSONReportSuite[] {
  return [suite, ...(suite.suites ?? []).flatMap(allOf)];
}

test("`npx playwright test` runs the suite too, with Playwright's own exit code @slow", async () => {
  const whole = await playwright(['--project=conformance'], {}, CONFIG);
  expect(whole.code).toBe(0);
  expect(whole.stdout).toContain('CONFORMANT');
});

test('under `conformance run` Playwright transforms nothing, so it runs nothing of its cache @slow', async () => {
  const cache = test.info().outputPath('cache');
  const env = { PWTEST_CACHE_DIR: cache };
  expect((await conformance(['run', '--mock'], env)).code).toBe(0);
  expect(existsSync(cache)).toBe(false);
  // It would keep it there.
  expect((await playwright(['--list'], env, CONFIG)).code).toBe(0);
  expect(existsSync(cache)).toBe(true);
});

test('what ends a run at its first request fails one test; the others are skipped, and say why @slow', async () => {
  const target = await refusing();
  const { code, stdout } = await playwright(['--reporter=json'], liveSettings(target.endpoint));
  expect(code).toBe(1);
  const report: JSONReport = JSON.parse(stdout);
  expect(report.stats).toMatchObject({ unexpected: 1, skipped: 7, expected: 0 });
  const tests = report.suites.flatMap(allOf).flatMap(({ specs }) => specs.flatMap((one) => one.tests));
  const why = tests.flatMap(({ annotations }) => annotations.map(({ description }) => description));
  expect(why).toEqual(Array(7).fill(expect.stringMatching(/^was not sent: .*`ECONNREFUSED`/)));
});

test('a run into a directory that another run has is refused, and the other goes on @slow', async () => {
  const mock = await startMock({ installMs: 600_000 });
  const environment = { ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '600000' };
  const first = start(['run', '--runner', 'direct'], environment);
  await expect.poll(() => mock.requests()).toBeGreaterThan(2);
  const second = await playwright(['--project=conformance']);
  expect(second.code).toBe(1);
  expect(second.stdout + second.stderr).toContain('another run is under way');
  const third = await conformance(['run']);
  expect(third.code).toBe(2);
  // Playwright's own folders are those of the first run.
  const names = readdirSync(test.info().outputPath('reports')).sort();
  expect(names).toEqual([expect.stringMatching(/^\.conformance\.\w+\.lock$/), '.run', 'ledger.ndjson']);
  expect(existsSync(test.info().outputPath('reports', '.run', 'run.json'))).toBe(true);
  first.kill('SIGINT');
  expect((await first.ended).code).toBe(130);
  await mock.close();
});
