import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { conformance, playwright, start } from './command.ts';

// Runs of Playwright's, several of them one after the other.
test.beforeEach(() => test.setTimeout(900_000));

const project = (...names: readonly string[]) => test.info().outputPath(...names);

function put(name: string): void {
  mkdirSync(dirname(project(name)), { recursive: true });
  writeFileSync(project(name), 'x');
}

test("a run takes what an earlier one left, also one that was killed or refused, for the suite's own @slow", async () => {
  const mock = await startMock({ installMs: 60_000 });
  const settings = { CONFORMANCE_REPORTS_DIR: project() };
  const refused = await playwright(['--project=conformance', '--retries=1'], settings);
  expect(refused.code).toBe(1);
  const killed = start(['run'], {
    ...liveSettings(mock.endpoint),
    MODELARTS_SETTLE_TIMEOUT_MS: '60000',
    ...settings,
  });
  await expect.poll(() => mock.requests(), { timeout: 300_000 }).toBeGreaterThan(4);
  killed.kill('SIGKILL');
  await killed.ended;
  for (const runner of ['playwright', 'playwright', 'direct']) {
    const { code, stderr } = await conformance(['run', '--mock', '--runner', runner], settings);
    expect([code, stderr]).toEqual([0, '']);
  }
  expect(existsSync(project('playwright'))).toBe(false);
  await mock.close();
});

test('`npx playwright test` beside a run touches nothing of it @slow', async () => {
  const mock = await startMock({ installMs: 60_000 });
  const settings = {
    ...liveSettings(mock.endpoint),
    MODELARTS_SETTLE_TIMEOUT_MS: '60000',
    CONFORMANCE_REPORTS_DIR: project(),
  };
  const first = start(['run'], settings);
  await expect.poll(() => mock.requests(), { timeout: 300_000 }).toBeGreaterThan(4);
  const theirs = ['.playwright/trace.zip', 'playwright/data/kept'];
  for (const name of theirs) put(name);
  const { code, stdout, stderr } = await playwright(['--project=conformance'], settings);
  expect([code, stdout + stderr]).toEqual([1, expect.stringContaining('another run is under way')]);
  for (const name of [...theirs, '.run/run.json'])
    expect([name, existsSync(project(name))]).toEqual([name, true]);
  first.kill('SIGINT');
  expect((await first.ended).code).toBe(130);
  await mock.close();
});
