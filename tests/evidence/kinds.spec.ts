import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { KINDS } from './kinds.ts';
import { outcomesIn, pack, runOf, unpacked, verifyAlone } from './runs.ts';

for (const kind of KINDS) {
  test(`a run ${kind.what} is packed, and verified by Node alone without a network @slow`, async () => {
    const run = await runOf(kind);
    expect([run.code, run.stderr]).toEqual([kind.code, '']);
    expect(run.report).toMatchObject(kind.report);
    const zip = test.info().outputPath('F.zip');
    const packed = await pack(run.dir, zip);
    expect([packed.code, packed.stderr]).toEqual([0, '']);
    expect(readdirSync(dirname(zip)).filter((name) => name.includes('unfinished'))).toEqual([]);
    const json = JSON.parse(unpacked(zip, 'reports/conformance.json').toString());
    expect(outcomesIn(json)).toEqual(outcomesIn(run.report));
    const verified = await verifyAlone(zip);
    expect([verified.code, verified.stdout, verified.stderr]).toEqual([
      0,
      expect.stringContaining('F.zip: the evidence gives the same.'),
      '',
    ]);
    expect(verified.stdout).toContain(`${run.report.verdict}; the rules say ${run.report.verdict}`);
    expect(existsSync(join(run.dir, '.run'))).toBe(false);
  });
}

test('a run is packed to the same bytes wherever and whenever, masked and whole @slow', async () => {
  const [, , , kind] = KINDS;
  if (kind === undefined) throw new Error('There is no such kind.');
  const { dir } = await runOf(kind);
  for (const whole of [[], ['--whole']]) {
    const [here, there] = ['here', 'there'].map((name) =>
      test.info().outputPath(`${name}${whole.length}.zip`),
    ) as [string, string];
    expect((await pack(dir, here, whole)).code).toBe(0);
    const zone = { TZ: 'Pacific/Chatham', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' };
    expect((await pack(dir, there, whole, zone)).code).toBe(0);
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
    expect((await verifyAlone(here)).code).toBe(0);
  }
});
