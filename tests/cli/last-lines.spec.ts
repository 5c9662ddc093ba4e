import { expect } from '@playwright/test';
import stringWidth from 'string-width';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';

for (const runner of ['direct', 'playwright']) {
  test(`no line of a run by ${runner} is wider than 80 columns, and the last twelve say how it ended @slow`, async () => {
    const args = ['run', '--mock', '--deviation', 'installed-refused', '--runner', runner];
    const { code, stdout } = await conformance(args, { CONFORMANCE_REPORTS_DIR: 'reports' });
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    const wide = lines.filter((line) => stringWidth(line) > 80 && !/^ *(repeat +)?curl |:\/\//.test(line));
    expect(wide).toEqual([]);
    const last = lines.slice(-12).join('\n');
    for (const part of [
      ...['✗ NON-CONFORMANT  `delete.200.status` and 1 more', '77 requirements: 2 violated · '],
      'node-local-dns in pool-',
    ]) {
      expect(last).toContain(part);
    }
    expect(lines.at(-1)).toBe('reports/conformance.html');
    expect(last.match(/reports\//g)).toHaveLength(1);
  });
}
