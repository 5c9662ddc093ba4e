import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { claimTotals } from '../../src/app/run/claim.ts';
import { readTotals } from '../../src/app/targets/read-totals.ts';
import { writeTotals } from '../../src/app/targets/write-totals.ts';
import { TOTALS_FILES } from '../../src/engine/report/file-names.ts';
import { removeReports, strangersIn } from '../../src/engine/report/report-files.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { leftByRuns, NAMES, totalsIn } from './left.ts';
import { outcome, without } from './samples.ts';

const { keys } = reportedPlugins.resource;
const ALL = [...Object.values(TOTALS_FILES), 'junit.xml'];

const dir = () => test.info().outputPath('reports');

/** A copy of what real runs left, with its totals. */
async function withTotals(): Promise<string> {
  const { dir: from, outcomes } = await leftByRuns();
  cpSync(from, dir(), { recursive: true });
  totalsIn(dir(), outcomes);
  return dir();
}

test('the totals of real runs have what each of them found, and count what their files count @slow', async () => {
  const place = await withTotals();
  const report = readTotals(place, keys);
  expect(report).toMatchObject({ verdict: 'non-conformant', exitCode: 4, names: NAMES, missing: [] });
  expect(report.targets.map(({ name, exitCode, verdict }) => [name, exitCode, verdict])).toEqual([
    ...[
      ['good', 0, 'conformant'],
      ['bad one', 1, 'non-conformant'],
      ['down', 3, 'inconclusive'],
    ],
    ['broken', 4, null],
  ]);
  const bad = JSON.parse(readFileSync(join(place, 'bad one', 'conformance.json'), 'utf8'));
  const failed = bad.requirements.filter((one: { outcome: string }) => one.outcome === 'failed');
  const told = report.targets[1]?.report?.notPassed.filter((one) => one.outcome === 'failed');
  expect(told?.map(({ id }) => id)).toEqual(failed.map((one: { id: string }) => one.id));
  const count = (text: string, kind: string) => text.split(`<${kind}`).length - 1;
  const junit = (...names: readonly string[]) => readFileSync(join(place, ...names, 'junit.xml'), 'utf8');
  for (const kind of ['testcase ', 'failure ', 'error ', 'skipped']) {
    const sum = ['good', 'bad one', 'down'].reduce((all, name) => all + count(junit(name), kind), 0);
    // The one that left no report is a case with an error.
    const own = kind === 'testcase ' || kind === 'error ' ? 1 : 0;
    expect([kind, count(junit(), kind)]).toEqual([kind, sum + own]);
  }
  const [, tests, failures, errors] = /tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(junit()) ?? [];
  expect([tests, failures, errors].map(Number)).toEqual(
    ['testcase ', 'failure ', 'error '].map((kind) => count(junit(), kind)),
  );
  const page = readFileSync(join(place, TOTALS_FILES.html), 'utf8');
  expect(page).toContain('href="bad%20one/conformance.html#delete.access.no-token"');
});

test('written again, all of it is the same byte by byte @slow', async () => {
  const place = await withTotals();
  const before = ALL.map((name) => readFileSync(join(place, name), 'utf8'));
  totalsIn(place, (await leftByRuns()).outcomes.toReversed());
  expect(ALL.map((name) => readFileSync(join(place, name), 'utf8'))).toEqual(before);
});

test("totals are known again as this suite's, and a single run there leaves none, nor touches a target @slow", async () => {
  const place = await withTotals();
  expect(strangersIn(place, ALL)).toEqual([]);
  const ledger = readFileSync(join(place, 'good', 'ledger.ndjson'));
  await run({ CONFORMANCE_REPORTS_DIR: place });
  expect(Object.values(TOTALS_FILES).filter((name) => existsSync(join(place, name)))).toEqual([]);
  expect(readFileSync(join(place, 'junit.xml'), 'utf8')).not.toContain('bad one');
  expect(readFileSync(join(place, 'good', 'ledger.ndjson'))).toEqual(ledger);
  expect(readdirSync(join(place, 'good'))).toContain('conformance.html');
});

test('totals of every kind are known again', () => {
  for (const outcomes of [
    [],
    [without('a', 3, 'Down.')],
    [outcome('a')],
    [without('b'.repeat(64), 4, 'x'.repeat(900))],
  ]) {
    const many = Array.from({ length: 500 }, (_, at) => `${at}${'n'.repeat(60)}`);
    writeTotals(dir(), outcomes, { names: many, isAllOfThem: true, suite: reportedPlugins });
    expect(strangersIn(dir(), ALL)).toEqual([]);
    removeReports(dir());
    expect(readdirSync(dir())).toEqual([]);
  }
});

test('what somebody else calls so hinders no single run, and no run of many replaces it', () => {
  mkdirSync(dir());
  const others = {
    'targets.json': '[{"targets":["a:9090"]}]',
    'targets.md': '# Targets\n',
    'targets.html': '<!doctype html>\n',
  };
  for (const [name, text] of Object.entries(others)) {
    writeFileSync(join(dir(), name), text);
    expect(strangersIn(dir())).toEqual([]);
    expect(strangersIn(dir(), ALL)).toContain(join(dir(), name));
    expect(() => claimTotals(dir())).toThrow('cannot be shown to be of an earlier run');
    removeReports(dir());
    expect(readFileSync(join(dir(), name), 'utf8')).toBe(text);
    expect(() => totalsIn(dir(), [outcome('a')])).toThrow(`${name}\` could not be written`);
  }
});

test('no secret of any target gets into a file', () => {
  const secret = 'a-secret-of-one-target';
  const place = dir();
  mkdirSync(join(place, 'a'), { recursive: true });
  const suite = '<testsuite name="x" tests="1" failures="1" errors="0" time="0.1" skipped="0">';
  writeFileSync(
    join(place, 'a', 'junit.xml'),
    `${suite}<testcase classname="c" name="${secret}"/></testsuite>`,
  );
  const outcomes = [
    outcome('a', {
      target: { endpoint: `https://${secret}.example.com`, project: secret, collection: secret, item: 'i' },
    }),
    without('b', 3, `It said ${secret}.`),
  ];
  const secrets = [secret];
  const { written } = writeTotals(place, outcomes, { names: ['a', 'b'], secrets, suite: reportedPlugins });
  expect(written).toHaveLength(4);
  for (const path of written)
    expect([path, readFileSync(path, 'utf8')]).toEqual([path, expect.not.stringContaining(secret)]);
  expect(readFileSync(join(place, 'junit.xml'), 'utf8')).toContain(
    '<testcase classname="a.c" name="[REDACTED]"/>',
  );
});

test('what cannot be written is told, and the other files are written', () => {
  mkdirSync(join(dir(), 'targets.md', 'in-the-way'), { recursive: true });
  const failed: string[] = [];
  const onFailure = (path: string) => failed.push(path);
  const { written } = writeTotals(dir(), [outcome('a')], { names: ['a'], suite: reportedPlugins, onFailure });
  expect(failed).toEqual([join(dir(), 'targets.md')]);
  expect(written.map((path) => path.slice(dir().length + 1))).toEqual([
    'targets.html',
    'junit.xml',
    'targets.json',
  ]);
});
