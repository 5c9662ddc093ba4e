import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { conformance, start } from './command.ts';

const reportsDir = () => test.info().outputPath('reports');

test('one server alone is tried, told of, and written nowhere @slow', async () => {
  const { code, stdout } = await conformance(['sensitivity', '--server', 'put-500'], {
    CONFORMANCE_REPORTS_DIR: reportsDir(),
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^put-500 \(deviating\): A PUT to a plug-in's path is answered 500\.\n/);
  expect(stdout).toContain('not held  delete.method.put');
  expect(existsSync(reportsDir())).toBe(false);
});

test('a generated server alone is told with its seed, by which it is made again @slow', async () => {
  const name = ['sensitivity', '--server', 'conforming-001'];
  const drawn = await conformance(name);
  const [, seed = ''] = /^ {2}seed {6}(\d+)$/m.exec(drawn.stdout) ?? [];
  expect((await conformance([...name, '--seed', seed])).stdout).toBe(drawn.stdout);
});

test('what an earlier run wrote is removed when a run begins @slow', async () => {
  const dir = reportsDir();
  mkdirSync(dir);
  const files = ['sensitivity.html', 'sensitivity.json'].map((name) => join(dir, name));
  for (const file of files) writeFileSync(file, 'an earlier run');
  const { kill, ended, printed } = start(['sensitivity', '--seed', '1'], { CONFORMANCE_REPORTS_DIR: dir });
  await expect.poll(printed).toContain('seed 1');
  kill('SIGKILL');
  await ended;
  expect(files.filter((file) => existsSync(file))).toEqual([]);
});

for (const [args, says] of [
  [['--seed', 'x'], '`--seed` is `x`; right would be a whole number from 0 to 2147483647.'],
  [['--seed', '2147483648'], '`--seed` is `2147483648`; right would be'],
  [['--server', 'put-50'], '`--server` is `put-50`, which is none of the servers; did you mean `put-500`?'],
] as const) {
  test(`\`sensitivity ${args.join(' ')}\` is an error of usage @slow`, async () => {
    const { code, stderr } = await conformance(['sensitivity', ...args], {
      CONFORMANCE_REPORTS_DIR: reportsDir(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
}
