import pc from 'picocolors';
import type { Comparison } from '../../src/engine/model/comparison.ts';
import { EIGHT, HOSTILE_ONES, nightly, sideBySide } from '../compare/nights.ts';
import { KEYS, reportOfMorning } from '../history/lines.ts';
import type { Calls } from './calls.ts';

const comparisons = (): readonly Comparison[] =>
  [EIGHT, HOSTILE_ONES].flatMap((nights) => [false, true].map((all) => sideBySide(nights, { all })));
const byComparison = () => comparisons().map((one) => [one]);
const reports = () => EIGHT.map(nightly);
const byCell = () =>
  comparisons().flatMap(({ rows }) => rows.flatMap((row) => row.cells.map((cell) => [cell, row])));

/** How each function that puts reports side by side is called. */
export const COMPARE_CALLS: Calls = {
  'engine/compare/alike.ts': { alikeRows: () => comparisons().map(({ rows }) => [rows]) },
  'engine/compare/compare.ts': {
    compareReports: () => [true, false].map((all) => [reports(), { all, notes: ['A note.'] }]),
  },
  'engine/compare/compared-report.ts': {
    comparedReport: () => EIGHT.map(([label, night, change]) => [reportOfMorning(1, night, change), label]),
  },
  'engine/compare/labels.ts': {
    labelsOf: () => [
      [[]],
      [[['', 'a', 'b']]],
      [
        [
          ['', 'a', 'b'],
          ['', 'c', 'b'],
        ],
      ],
    ],
  },
  'engine/compare/words.ts': {
    isMarked: () => comparisons().flatMap(({ rows }) => rows.map((row) => [row])),
    cellText: byCell,
    saysText: byCell,
    differText: byComparison,
    sideBySideText: byComparison,
    namesText: () => comparisons().map((one) => [[0, 1, 2], one, 1]),
    quotable: () => [['a `b`']],
    headTexts: () => comparisons().map((one) => [one, 2]),
    verdictsText: byComparison,
  },
  'engine/compare/formats/html.ts': { compareHtml: byComparison },
  'engine/compare/formats/json.ts': { compareJson: () => comparisons().map((one) => [one, KEYS]) },
  'engine/compare/formats/markdown.ts': { compareMarkdown: byComparison },
  'engine/compare/formats/text.ts': {
    compareTerminal: () => comparisons().map((one) => [one, { colors: pc.createColors(true), columns: 80 }]),
  },
  'engine/compare/html/grid.ts': { gridSection: byComparison },
  'engine/compare/html/told.ts': { toldSection: byComparison, reportsSection: byComparison },
};
