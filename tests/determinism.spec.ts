import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { expect } from '@playwright/test';
import { isObject } from '../src/engine/contract/json-value.ts';
import { removeReports, reportsIn } from '../src/engine/report/report-files.ts';
import { writeReports } from '../src/engine/report/write.ts';
import type { Calls } from './determinism/calls.ts';
import { COMPARE_CALLS } from './determinism/compare-calls.ts';
import { HISTORY_CALLS } from './determinism/history-calls.ts';
import { JUDGE_CALLS, RULE_CALLS } from './determinism/judge-calls.ts';
import { REPORT_CALLS } from './determinism/report-calls.ts';
import { SENSITIVITY_CALLS } from './determinism/sensitivity-calls.ts';
import { TARGETS_CALLS } from './determinism/targets-calls.ts';
import { GENERAL, OF_PLUGINS, rulesOf } from './judge/all-cases.ts';
import { test } from './own-test.ts';
import { cloned } from './report/cloned.ts';
import { SAMPLE } from './report/sample.ts';
import { slowIf } from './slow.ts';

type Called = (...args: readonly unknown[]) => unknown;

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
/** The pure rooms: folders and files. */
const PURE = [
  'engine/compare/',
  'engine/history/',
  'engine/judge/',
  'engine/report/',
  'engine/verdict/',
  'lifecycle/effects/',
  'lifecycle/rules/',
  'suites/modelarts-plugins/instance-members.ts',
  'suites/modelarts-plugins/rules/',
  'trials/report/',
];

/** These read and write a folder. */
const ON_DISK = [
  'engine/report/report-files.ts: reportsIn',
  'engine/report/report-files.ts: removeReports',
].concat(
  'engine/report/har-large.ts: withWholeText',
  'engine/report/write.ts: writeReports',
  'engine/report/write.ts: writeWhole',
  'engine/report/write.ts: removeReports',
  'engine/report/report-files.ts: strangersIn',
  'engine/report/own-files.ts: isOwn',
  'engine/report/own-files.ts: isReportOfPlaywright',
  'engine/report/own-files.ts: markFolder',
  'engine/report/own-files.ts: isMarked',
);

/** What every file of the three rooms exports that can be called; a class is no function. */
const exported: readonly (readonly [file: string, name: string, call: Called])[] = (
  await Promise.all(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => PURE.some((place) => file.startsWith(place)))
      .filter((file) => file.endsWith('.ts'))
      .map(async (file) => {
        const module: Readonly<Record<string, unknown>> = await import(
          new URL(`../src/${file}`, import.meta.url).href
        );
        return Object.entries(module).flatMap(([name, value]) =>
          isFunction(value) ? [[file, name, value] as const] : [],
        );
      }),
  )
).flat();

const ofRules = [GENERAL, OF_PLUGINS]
  .flatMap(rulesOf)
  .flatMap((rule) =>
    (['demands', 'appliesTo', 'judge', 'unseen'] as const)
      .filter((name) => rule[name] !== undefined)
      .map((name) => [rule.id, name, rule[name] as Called] as const),
  );

function isFunction(value: unknown): value is Called {
  return typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value));
}

/** What the calls of a function give, each as a text that two equal results have in common. */
async function resultsOf(calls: Calls, [file, name, call]: (typeof exported)[number], backwards: boolean) {
  const args = calls[file]?.[name]?.() ?? [];
  const results: string[] = [];
  for (const one of backwards ? [...args].reverse() : args) {
    const [result, again] = [await textOf(call(...one)), await textOf(call(...one))];
    results.push(result === again ? result : `${result}, and at once again: ${again}`);
  }
  return backwards ? results.reverse() : results;
}

async function textOf(result: unknown): Promise<string> {
  const value: unknown = await result;
  // A function that makes a function is told by what that one gives.
  const told = isFunction(value)
    ? value(OF_PLUGINS.given, rulesOf(GENERAL)[0])
    : isGenerator(value)
      ? [...value]
      : value;
  if (typeof told === 'string') return told;
  return inspect(Array.isArray(told) ? told.map(withoutGiven) : told, {
    depth: 12,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: Infinity,
  });
}

/** What was given is the same in every result, and long. */
function withoutGiven(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { suite: _, contract: __, ...rest } = value;
  return rest;
}

function isGenerator(value: unknown): value is Iterable<unknown> {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

const ALL: Calls = {
  ...{ ...JUDGE_CALLS, ...REPORT_CALLS, ...HISTORY_CALLS, ...COMPARE_CALLS },
  ...{ ...SENSITIVITY_CALLS, ...TARGETS_CALLS },
};

test('every function that the judge, the verdict and the report export is called here', () => {
  const names = exported.map(([file, name]) => `${file}: ${name}`);
  const called = Object.entries(ALL).flatMap(([file, ofFile]) =>
    Object.keys(ofFile).map((name) => `${file}: ${name}`),
  );
  expect([...called, ...ON_DISK].sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThan(100);
});

for (const [title, calls, functions] of [
  ['an exported function', ALL, exported.filter(([file, name]) => ALL[file]?.[name] !== undefined)],
  ['a function of a rule', RULE_CALLS, ofRules],
] as const) {
  test(`${title} gives the same again, whatever ran in between${slowIf(calls === ALL)}`, async () => {
    test.setTimeout(600_000);
    const before = new Map<string, readonly string[]>();
    for (const one of functions) before.set(`${one[0]}: ${one[1]}`, await resultsOf(calls, one, false));
    for (const one of [...functions].reverse()) {
      const name = `${one[0]}: ${one[1]}`;
      const results = await resultsOf(calls, one, true);
      expect([name, results.length]).not.toEqual([name, 0]);
      const at = results.findIndex((result, index) => result !== before.get(name)?.[index]);
      expect([name, results[at]]).toEqual([name, before.get(name)?.[at]]);
      expect([name, results.filter((result) => result.includes('and at once again: '))]).toEqual([name, []]);
    }
  });
}

test('the same report is written into two folders byte by byte, and removed from both', () => {
  const [one, other] = ['one', 'other'].map((name) => test.info().outputPath(name));
  if (one === undefined || other === undefined) throw new Error('There are two folders.');
  const written = [one, other].map((dir) => writeReports(cloned(SAMPLE), { dir }).map(({ path }) => path));
  const [first = [], second = []] = written;
  expect(first.map((path) => path.slice(one.length))).toEqual(second.map((path) => path.slice(other.length)));
  for (const [at, path] of first.entries()) {
    expect([path, readFileSync(path).equals(readFileSync(second[at] ?? ''))]).toEqual([path, true]);
  }
  expect(reportsIn(one).map((path) => path.slice(one.length))).toEqual(
    reportsIn(other).map((path) => path.slice(other.length)),
  );
  expect(reportsIn(one)).toHaveLength(first.length);
  for (const dir of [one, other]) removeReports(dir);
  expect([...reportsIn(one), ...reportsIn(other)]).toEqual([]);
});
