import { expect } from '@playwright/test';
import { alikeRows } from '../../src/engine/compare/alike.ts';
import { labelsOf } from '../../src/engine/compare/labels.ts';
import { cellText, headTexts, namesText } from '../../src/engine/compare/words.ts';
import { A, B, C, F, G, H, reportOfMorning, runId } from '../history/lines.ts';
import { test } from '../own-test.ts';
import { EIGHT, inShort, type Labelled, sideBySide, without } from './nights.ts';

test('a row differs where outcomes do, and is told by its outcomes, the gravest first', () => {
  const { rows, differing, requirements } = sideBySide([
    ['a', {}],
    ['b', { [B]: [F] }],
    ['c', { [B]: 'inconclusive' }],
  ]);
  expect(inShort(rows)).toEqual([`${B}: failed a 1, inconclusive 2, passed 0`]);
  expect([differing, requirements]).toEqual([1, 3]);
});

test('a row differs where it failed in other ways, of which the order and the count say nothing', () => {
  const same = sideBySide([
    ['a', { [A]: [F, G] }],
    ['b', { [A]: [G, F, F] }],
  ]);
  expect([same.differing, same.rows]).toEqual([0, []]);
  const { rows } = sideBySide([
    ['a', { [A]: [F] }],
    ['b', { [A]: [F, G] }],
    ['c', { [A]: [F] }],
    ['d', { [A]: [H] }],
  ]);
  expect(inShort(rows)).toEqual([`${A}: failed a 0 2, failed b 1, failed c 3`]);
  expect(rows[0]?.ways.map(({ way, fingerprints }) => [way, fingerprints])).toEqual([
    ['a', [F]],
    ['b', [G, F].sort()],
    ['c', [H]],
  ]);
});

test('a mark is shown where it tells something', () => {
  const [row] = sideBySide([
    ['a', { [A]: [F] }],
    ['b', {}],
  ]).rows;
  const [other] = sideBySide([
    ['a', { [A]: [F] }],
    ['b', { [A]: [G] }],
  ]).rows;
  expect(row?.cells.map((cell) => cellText(cell, row))).toEqual(['violated', 'passed']);
  expect(other?.cells.map((cell) => cellText(cell, other))).toEqual(['violated a', 'violated b']);
});

test('what a report lacks is told so, and differs', () => {
  const { rows } = sideBySide([
    ['a', {}, without({}, B)],
    ['b', {}],
    ['c', {}, without({}, A, C)],
  ]);
  expect(inShort(rows)).toEqual([
    `${A}: passed 0 1, absent 2`,
    `${B}: passed 1 2, absent 0`,
    `${C}: passed 0 1, absent 2`,
  ]);
  expect(rows[1]?.title).toBe(`MUST hold ${B}`);
});

test('violated MUSTs come first, then all else in the order of the reports; with `all` what is the same is last', () => {
  const nights: readonly Labelled[] = [
    ['a', { [A]: 'drift' }],
    ['b', { [C]: [F] }],
  ];
  expect(sideBySide(nights).rows.map(({ id }) => id)).toEqual([C, A]);
  const all = sideBySide(nights, { all: true });
  expect(all.rows.map(({ id, differs }) => [id, differs])).toEqual([
    [C, true],
    [A, true],
    [B, false],
  ]);
  expect(inShort(all.rows)[2]).toBe(`${B}: passed 0 1`);
  expect(all.differing).toBe(2);
});

test('reports that are alike in every row and in their verdict stand in one column', () => {
  const { columns } = sideBySide([
    ['a', { [A]: [F] }],
    ['b', {}],
    ['c', { [A]: [F] }],
    ['d', {}, { verdict: 'inconclusive' }],
    ['e', {}],
  ]);
  expect(columns).toEqual([[0, 2], [1, 4], [3]]);
});

test('other suites, descriptions and ways of running are told, and are no difference', () => {
  const { contract } = reportOfMorning(1, {});
  const told = sideBySide([
    ['a', {}, { strict: true }],
    ['b', {}, { suite: { name: 'modelarts-plugin-conformance', version: '0.2.0' } }],
    ['c', {}, { contract: { ...contract, sha256: 'ab'.repeat(32) } }],
    ['d', {}, { interrupted: true, run: reportOfMorning(1, {}).run }],
  ]);
  expect(told.differing).toBe(0);
  expect(headTexts(told, 2)).toEqual([
    'The versions of the suite differ: `0.1.0` in `a`, `c` and `d`; `0.2.0` in `b`.',
    'The descriptions differ: `Notes 1.0.0` (SHA-256 `3f3f3f3f3f3f`) in `a`, `b` and `d`; `Notes 1.0.0` (SHA-256 `abababababab`) in `c`.',
    'Not all runs were strict: strict in `a`; not strict in `b`, `c` and `d`.',
    'Interrupted: `d`.',
    `Of one run, \`${runId(1)}\`, are \`a\`, \`d\`.`,
  ]);
  expect(headTexts(sideBySide(EIGHT.slice(0, 2)), 3)).toEqual([]);
});

test('many names are told by the first, and how many others there are', () => {
  const told = { reports: sideBySide(EIGHT).reports };
  expect(namesText([0], told, 2)).toBe('`eu-de`');
  expect(namesText([0, 1, 2], told, 2)).toBe('`eu-de`, `eu-nl` and `us-east`');
  expect(namesText([0, 1, 2, 3], told, 2)).toBe('`eu-de`, `eu-nl` and 2 others');
});

test('rows of which the same is told stand together', () => {
  const { rows } = sideBySide([
    ['a', { [A]: 'not-observed', [B]: [F], [C]: 'not-observed' }],
    ['b', {}],
  ]);
  expect(alikeRows(rows).map((alike) => alike.map(({ id }) => id))).toEqual([[B], [A, C]]);
});

test('27 ways have 27 marks', () => {
  const ways = Array.from({ length: 28 }, (_, at) => at.toString(16).padStart(12, '0'));
  const [row] = sideBySide(ways.map((way): Labelled => [way, { [A]: [way] }])).rows;
  expect(row?.ways.map(({ way }) => way).slice(24)).toEqual(['y', 'z', 'aa', 'ab']);
});

for (const [paths, labels] of [
  [
    ['/a/eu/reports', '/a/us/reports'],
    ['eu', 'us'],
  ],
  [
    ['/n/1/east', '/n/1/west', '/n/2/east', '/n/2/west'],
    ['1/east', '1/west', '2/east', '2/west'],
  ],
  [
    ['/a/reports', '/a/reports/old'],
    ['reports', 'old'],
  ],
  [
    ['/a', '/b/a', '/b/b/a'],
    ['/a', '/b/a', 'b/b/a'],
  ],
  [
    ['/x/one/reports', '/y/one/reports', '/z/two/reports'],
    ['x/one', 'y/one', 'two'],
  ],
] as const) {
  test(`the labels of ${paths.join(', ')} are ${labels.join(', ')}`, () => {
    const found = labelsOf(paths.map((path) => path.split('/')));
    expect(new Set(found).size).toBe(paths.length);
    expect(found).toEqual(labels);
  });
}

test('one report, or none, has no name to be told by but its own', () => {
  expect([labelsOf([]), labelsOf([['', 'a', 'b']])]).toEqual([[], ['b']]);
});
