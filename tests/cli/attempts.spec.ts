import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { answering, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';
import { comparableJson } from './same-report.ts';

const isIllFormed = ({ method, path }: Passing) =>
  method === 'DELETE' && path.includes('/pools/Not_A_Name%21/');

test('both runners write the same of several attempts, and what was conclusive later failed no test @slow', async () => {
  const mock = await startMock();
  let left = 0;
  const disturbed = await startDisturbed(mock, (passing) =>
    isIllFormed(passing) && left-- > 0 ? answering(503, { 'retry-after': '0' }) : null,
  );
  const runs = [];
  for (const runner of ['direct', 'playwright']) {
    left = 2;
    const dir = test.info().outputPath(runner);
    const args = ['run', '--runner', runner, '--attempts', '3', '--attempt-delay', '0'];
    const environment = { ...liveSettings(disturbed.endpoint), CONFORMANCE_REPORTS_DIR: dir };
    const { code, stdout } = await conformance(args, environment);
    const json = comparableJson(readFileSync(join(dir, 'conformance.json'), 'utf8'));
    runs.push({ code, stdout, json });
  }
  await disturbed.close();
  await mock.close();
  const [direct, playwright] = runs;
  expect([direct?.code, playwright?.code]).toEqual([0, 0]);
  expect(playwright?.json).toBe(direct?.json);
  expect(playwright?.json).toContain('"attempts": 2');
  for (const run of runs) expect(run.stdout).toContain('Conclusive at the 2nd of 3 attempts.');
});

test('the plan says how often what ends inconclusive is walked again, and counts it', async () => {
  const args = ['run', '--mock', '--plan'];
  const once = await conformance(args);
  const often = await conformance([...args, '--attempts', '3', '--attempt-delay', '90']);
  expect(once.stdout).not.toContain('attempt');
  expect(often.stdout).toContain('in at most 3 attempts at each scenario, each after 90 s');
  expect(often.stdout).toContain('24 min before further attempts');
});

test('a number of attempts that cannot be made ends in exit 2, and so does such a delay', async () => {
  const { code, stderr } = await conformance(['run', '--mock', '--attempts', '6', '--attempt-delay', '-1']);
  expect(code).toBe(2);
  expect(stderr).toContain('`--attempts` is `6`; right would be a whole number from 1 to 5.');
  expect(stderr).toContain('`--attempt-delay` is `-1`; right would be whole seconds from 0 to 86400.');
});
