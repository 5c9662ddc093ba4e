import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { isOwn } from '../../src/engine/report/own-files.ts';
import { reportsIn, strangersIn } from '../../src/engine/report/report-files.ts';
import { targetsJson } from '../../src/engine/report/targets/targets-json.ts';
import { totalsOf } from '../../src/engine/report/targets/totals.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { conformance, unbroken } from '../cli/command.ts';
import { A, F, G } from '../history/lines.ts';
import { test } from '../own-test.ts';
import { outcome } from '../targets/samples.ts';
import { putReport } from './nights.ts';

const FILES = ['compare.html', 'compare.md', 'compare.json'];

function out(...path: readonly string[]): string {
  return test.info().outputPath(...path);
}

/** What `targets.json` holds of targets of which none but `down` left no report. */
function totalsOfNames(...names: readonly string[]): string {
  const outcomes = names.map((name) => outcome(name, name === 'down' ? { report: null, verdict: null } : {}));
  return targetsJson(totalsOf(outcomes, names), reportedPlugins.resource.keys);
}

test('reports that are the same end in 0, others in 1, with three files and the path of the page', async () => {
  const [a, b, c] = [putReport('a', 1, {}), putReport('b', 2, {}), putReport('c', 3, { [A]: [F] })];
  const same = await conformance(['compare', a, b]);
  expect([same.code, same.stderr]).toEqual([0, '']);
  expect(same.stdout).toMatch(/^No requirement differs\.\n/);
  const other = await conformance(['compare', a, b, c]);
  expect([other.code, other.stderr]).toEqual([1, '']);
  expect(other.stdout).toContain('  violated        c\n');
  expect(other.stdout.trimEnd().split('\n').at(-1)).toBe(out('reports', 'compare.html'));
  for (const file of FILES) expect([file, existsSync(out('reports', file))]).toEqual([file, true]);
  const json = readFileSync(out('reports', 'compare.json'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({ differing: 1, requirements: 3, columns: [[0, 1], [2]] });
  // Written again over its own.
  const asJson = await conformance(['compare', '--json', '--all', a, b, c, '--out', 'elsewhere']);
  expect([asJson.code, asJson.stderr]).toEqual([1, '']);
  expect(asJson.stdout).toBe(readFileSync(out('elsewhere', 'compare.json'), 'utf8'));
  expect(JSON.parse(asJson.stdout).rows).toHaveLength(3);
});

test('the folder of many targets stands for the reports of all, and what left none is told @slow', async () => {
  putReport('night/east', 1, {});
  putReport('night/west', 2, { [A]: [G] });
  putReport('night/down', 3, {});
  writeFileSync(out('night', 'targets.json'), totalsOfNames('east', 'west', 'down'));
  const { code, stdout } = await conformance(['compare', 'night', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    reports: [{ label: 'east' }, { label: 'west' }],
    notes: ['By `night/targets.json` no report was left of `down`.'],
  });
  // By its file, too, and beside another.
  const both = await conformance(['compare', 'night', 'night/down/conformance.json', '--json']);
  expect(JSON.parse(both.stdout).reports.map(({ label }: { label: string }) => label)).toEqual([
    'east',
    'west',
    'down',
  ]);
});

test('all that is wrong is told at once, and nothing is written', async () => {
  putReport('a', 1, {});
  symlinkSync(out('a'), out('again'));
  mkdirSync(out('empty'));
  for (const [name, text] of Object.entries({
    torn: '{"verdict": "conf',
    other: '{"formatVersion": 1, "verdict": "conformant"}',
    later: '{"formatVersion": 2}',
    none: '{}',
    utf16: Buffer.from('{}', 'utf16le'),
  })) {
    mkdirSync(out(name));
    writeFileSync(out(name, 'conformance.json'), text);
  }
  const recording = {
    creator: 'x',
    file: 'x.har',
    sha256: '0'.repeat(64),
    exchanges: 0,
    matched: [],
    own: false,
  };
  putReport('recorded', 2, {}, { recording });
  mkdirSync(out('many'));
  writeFileSync(out('many', 'targets.json'), totalsOfNames('../a'));
  const given = [
    'a',
    'again',
    'empty',
    'nowhere',
    'torn',
    'other',
    'later',
    'none',
    'utf16',
    'recorded',
    'many',
  ];
  const { code, stdout, stderr } = await conformance(['compare', ...given]);
  expect([code, stdout]).toEqual([2, '']);
  const told = stderr.trimEnd().split('\n');
  expect(told).toEqual([
    '`again/conformance.json` is given twice, also as `a/conformance.json`; right would be each report once.',
    expect.stringMatching(/^`empty` holds neither `conformance.json` nor `targets.json`; right would be /),
    expect.stringMatching(/^`nowhere` is not there; right would be /),
    expect.stringMatching(
      /^`many\/targets.json` is no totals of this suite: .* right would be what a run of many targets left\.$/,
    ),
    expect.stringMatching(/^`torn\/conformance.json` is no JSON; right would be /),
    expect.stringMatching(/^`other\/conformance.json` is no report of this suite: /),
    '`later/conformance.json` has the `formatVersion` 2, and this version of the suite reads 1; right would be the `conformance.json` of a run.',
    '`none/conformance.json` has no number as its `formatVersion`, and this version of the suite reads 1; right would be the `conformance.json` of a run.',
    expect.stringMatching(/^Line 1 of `utf16\/conformance.json` is no UTF-8/),
    expect.stringMatching(/^`recorded\/conformance.json` is the report of a recording; right would be /),
  ]);
  expect(existsSync(out('reports'))).toBe(false);
});

test('a report alone is compared with nothing, and 501 are too many @slow', async () => {
  const one = await conformance(['compare', putReport('a', 1, {})]);
  expect([one.code, one.stderr]).toEqual([2, '`compare` has 1 report; right would be 2 to 500.\n']);
  const text = readFileSync(out('a', 'conformance.json'), 'utf8');
  const names = Array.from({ length: 501 }, (_, at) => `night-${at}`);
  for (const [at, name] of names.entries()) {
    mkdirSync(out(name));
    writeFileSync(
      out(name, 'conformance.json'),
      text.replace(/("id": ")0{8}/, `$1${`${at}`.padStart(8, '0')}`),
    );
  }
  const most = await conformance(['compare', ...names]);
  expect([most.code, most.stderr]).toEqual([2, '`compare` has 501 reports; right would be 2 to 500.\n']);
  putReport('night-499', 2, { [A]: [F] });
  const right = await conformance(['compare', ...names.slice(0, 500), '--json']);
  expect([right.code, right.stderr]).toEqual([1, '']);
  expect(JSON.parse(right.stdout)).toMatchObject({ differing: 1, rows: [{ id: A }] });
  expect(JSON.parse(right.stdout).rows[0].cells).toMatchObject([{ reports: [499] }, { outcome: 'passed' }]);
});

for (const file of FILES) {
  test(`a \`${file}\` of somebody else's is not replaced @slow`, async () => {
    const given = [putReport('a', 1, {}), putReport('b', 2, {})];
    mkdirSync(out('reports'));
    writeFileSync(out('reports', file), 'Mine.');
    const refused = await conformance(['compare', ...given]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(
      `\`CONFORMANCE_REPORTS_DIR\` is \`${out('reports')}\`, where \`reports/${file}\``,
    );
    expect(readFileSync(out('reports', file), 'utf8')).toBe('Mine.');
    const others = FILES.filter((one) => one !== file);
    expect(others.filter((one) => existsSync(out('reports', one)))).toEqual([]);
    writeFileSync(out('no-folder'), '');
    // Node itself comes to no end where it makes folders below `/proc`.
    for (const place of ['no-folder', ...(existsSync('/proc/self') ? ['/proc/none'] : [])]) {
      const nowhere = await conformance(['compare', ...given, '--out', place]);
      const where = expect.stringContaining('where nothing can be written');
      expect([nowhere.code, nowhere.stderr]).toEqual([2, where]);
    }
  });
}

test('a run that begins in that directory leaves the files where they are, and is not hindered @slow', async () => {
  const given = [putReport('a', 1, {}), putReport('b', 2, { [A]: [F] })];
  await conformance(['compare', ...given]);
  const dir = out('reports');
  const before = FILES.map((file) => readFileSync(join(dir, file), 'utf8'));
  expect(FILES.map((file) => isOwn(join(dir, file)))).toEqual([true, true, true]);
  expect([reportsIn(dir), strangersIn(dir)]).toEqual([[], []]);
  const run = await conformance(['run', '--runner', 'direct', '--ci', 'none']);
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(FILES.map((file) => readFileSync(join(dir, file), 'utf8'))).toEqual(before);
});

test('a folder that is called as a secret is not told @slow', async () => {
  const secret = 'geheim-und-lang-4711';
  const given = [putReport(secret, 1, {}), putReport('b', 2, { [A]: [F] })];
  const { code, stdout } = await conformance(['compare', ...given], { MODELARTS_AUTH_TOKEN: secret });
  expect(code).toBe(1);
  expect(unbroken(stdout)).not.toContain(secret);
  for (const file of FILES) expect(readFileSync(out('reports', file), 'utf8')).not.toContain(secret);
});
