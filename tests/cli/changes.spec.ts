import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { A, B, F, G, runId } from '../history/lines.ts';
import { writeHistory, writeReport } from '../history/reports.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance } from './command.ts';

const fine = {};
const a = { [A]: [F] };
const down = { [A]: 'inconclusive' } as const;

for (const [at, [what, nights, codes]] of (
  [
    ['something is new', [fine, a], [0, 1]],
    ['nothing is new', [a, a], [0, 0]],
    ['something is new without an earlier line', [a], [0, 1]],
    ['the last run is inconclusive', [fine, { ...down, [B]: 'inconclusive' }], [3, 3]],
  ] as const
).entries()) {
  // Two commands each.
  test(`\`changes\` ends in ${codes.join(', and with `--exit-code` in ')} where ${what}${slowIf(at > 0)}`, async () => {
    const history = writeHistory(...nights);
    writeReport(nights.length, nights.at(-1) ?? fine);
    const plain = await conformance(['changes'], history);
    const asked = await conformance(['changes', '--exit-code'], history);
    expect([plain.code, asked.code, plain.stderr]).toEqual([...codes, '']);
  });
}

test('`changes` needs no target, no credentials and no arming, and the text begins with what is new', async () => {
  const history = writeHistory(fine, { [A]: [F], [B]: [G] }, a);
  writeReport(3, a);
  appendFileSync(history.CONFORMANCE_HISTORY, 'torn');
  const environment = { ...history, MODELARTS_ENDPOINT: 'https://modelarts.example.com' };
  const { code, stdout, stderr } = await conformance(['changes'], environment);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Since 2 March 02:00: 0 new, 1 still, 1 fixed\n✗ NON-CONFORMANT /);
  expect(stdout).toContain("\nOne line of the history is torn, or no run's, and was passed over.\n");
});

test('BASE is a report or the folder that holds one, and the history is not asked then @slow', async () => {
  const path = writeReport(1, { [B]: [G] }, {}, 'before');
  writeReport(2, a);
  for (const base of [path, test.info().outputPath('before'), 'before']) {
    const { code, stdout } = await conformance(['changes', base, '--format', 'json'], writeHistory(a, a));
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      { base: { run: runId(1) }, new: [{ id: A }], still: [], fixed: [{ id: B }] },
    ]);
  }
});

test('a history that is not there yet is told, and all that fails is new', async () => {
  writeReport(1, a);
  const { code, stdout } = await conformance(['changes'], { CONFORMANCE_HISTORY: 'none.ndjson' });
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^No earlier run to compare with: 1 new, 0 still, 0 fixed\n/),
  ]);
  expect(stdout).toMatch(/\nThere is no history in `\S+none\.ndjson` yet\.\n$/);
});

test('runs that cannot be compared end in exit 3, with the reason @slow', async () => {
  writeReport(1, a, { strict: true }, 'before');
  writeReport(2, a);
  const { code, stdout } = await conformance(['changes', 'before']);
  expect([code, stdout]).toEqual([
    3,
    expect.stringMatching(
      /^Not comparable with the run of 1 March 02:00\. The strictness was `true` then and is `false` now\.\n/,
    ),
  ]);
  const mock = await conformance(['run', '--mock', '--runner', 'direct']);
  expect(mock.code).toBe(0);
  const after = await conformance(['changes', '--exit-code'], writeHistory(a));
  expect([after.code, after.stdout]).toEqual([3, expect.stringMatching(/^This run was against a mock/)]);
});

test('`--out` writes a file whole, in the place of the one before, and nothing else stays', async () => {
  writeReport(2, a);
  const history = writeHistory(fine, a);
  mkdirSync(test.info().outputPath('out'));
  const file = test.info().outputPath('out', 'conformance.prom');
  writeFileSync(file, 'old');
  const args = ['changes', '--format', 'prom', '--out', file, '--exit-code'];
  const { code, stdout } = await conformance(args, history);
  expect([code, stdout, readdirSync(test.info().outputPath('out'))]).toEqual([1, '', ['conformance.prom']]);
  expect(readFileSync(file, 'utf8')).toMatch(
    /^# HELP conformance_verdict .*\n# TYPE conformance_verdict gauge\n/,
  );
  expect(readFileSync(file, 'utf8')).toContain('/p/pool-a/log-agent"} 1\n');
});

const HISTORY = { CONFORMANCE_HISTORY: 'history.ndjson' };

for (const [at, [what, args, environment, sentence]] of (
  [
    ['neither a base nor a history', [], {}, '`CONFORMANCE_HISTORY`.'],
    [
      'a base that is not there',
      ['nowhere.json'],
      {},
      'nowhere.json` cannot be read (`ENOENT`); right would be',
    ],
    ['a base below a file', ['text.txt/below'], {}, 'below` cannot be read (`ENOTDIR`); right would be'],
    [
      'a base that is no JSON',
      ['text.txt'],
      {},
      'text.txt` is no JSON; right would be the `conformance.json`',
    ],
    [
      'a base that is no report',
      ['list.json'],
      {},
      'list.json` is no report of this suite: it must be object',
    ],
    ['the last run as its own base', ['reports'], {}, '`reports` is the last run itself;'],
    ['a format that is none', ['--format', 'xml'], HISTORY, "'xml' is invalid"],
    ['an option that is none', ['--exitcode'], HISTORY, 'did you mean `--exit-code`?'],
    ['one argument too many', ['reports', 'reports'], HISTORY, 'too many arguments'],
    ['an output that is a folder', ['--out', '.'], HISTORY, 'which is no regular file; right would be'],
    ['an output in no folder', ['--out', 'no/where'], HISTORY, 'which cannot be written (`ENOENT`); right'],
    [
      'a history that is a folder',
      [],
      { CONFORMANCE_HISTORY: '.' },
      'which is no regular file that can be reached',
    ],
    ['a setting that is none', [], { CONFORMANCE_HISTROY: 'a' }, 'did you mean `CONFORMANCE_HISTORY`?'],
    ['no last run', [], { ...HISTORY, CONFORMANCE_REPORTS_DIR: 'none' }, 'cannot be read (`ENOENT`)'],
  ] as const
).entries()) {
  test(`\`changes\` with ${what} ends in exit 2, and a sentence${slowIf(isStoodFor(at))}`, async () => {
    writeReport(2, a);
    writeFileSync(test.info().outputPath('text.txt'), 'text');
    writeFileSync(test.info().outputPath('list.json'), '[]');
    const { code, stdout, stderr } = await conformance(['changes', ...args], environment);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(sentence)]);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
}
