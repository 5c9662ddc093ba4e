import pc from 'picocolors';
import { brokenWhere } from '../../src/engine/report/targets/broken-where.ts';
import { STANDINGS } from '../../src/engine/report/targets/standing.ts';
import { targetsJson } from '../../src/engine/report/targets/targets-json.ts';
import type { TotalsInput } from '../../src/engine/report/targets/totals-input.ts';
import { HOSTILE } from '../report/hostile.ts';
import { SAMPLE } from '../report/sample.ts';
import { broken, figures, inputOf, manyOutcomes, notPassed, outcome, without } from '../targets/samples.ts';
import type { Calls } from './calls.ts';

const inputs = (): readonly TotalsInput[] => [
  inputOf([]),
  inputOf([outcome('a'), broken('b', 3), without('c', 4, HOSTILE), broken(HOSTILE)], ['a', 'died', 'b', 'c']),
  inputOf(manyOutcomes(40)),
];
const byInput = () => inputs().map((input) => [input]);
const byReport = () => inputs().map(({ report }) => [report]);
const outcomes = () => inputs().flatMap(({ report }) => report.targets);
const byOutcome = () => outcomes().map((one) => [one]);
const byWhere = () => inputs().flatMap(({ report }) => brokenWhere(report).map((one) => [one]));
const { keys } = inputOf([]).suite.resource;

/** How each function of `report/targets/` is called, and what else they need. */
export const TARGETS_CALLS: Calls = {
  'engine/report/time-text.ts': {
    timeText: () => [['2026-11-27T20:21:00.000Z'], ['2016-12-31T23:59:60Z'], [HOSTILE]],
  },
  'engine/report/encoded-part.ts': { encodedPart: () => [[''], ['a b(c)'], [HOSTILE]] },
  'engine/report/targets/totals.ts': {
    worstExit: () => [[[]], [[0, 3, 1]], [[2]], [[130, 4]], [[137]]],
    exitOf: byOutcome,
    totalsOf: () =>
      inputs().flatMap(({ report }) =>
        [true, false].map((isAllOfThem) => [report.targets, report.names, { isAllOfThem }]),
      ),
  },
  'engine/report/targets/figures.ts': { figuresOf: () => [[SAMPLE.report]] },
  'engine/report/targets/standing.ts': {
    asVerdict: () => STANDINGS.map((standing) => [standing]),
    standingOf: byOutcome,
    worstFirst: byReport,
    standingsIn: byReport,
    standingsText: byReport,
  },
  'engine/report/targets/broken-where.ts': {
    failsAt: () => [true, false].map((strict) => [figures({ strict }), notPassed(0, { outcome: 'drift' })]),
    brokenWhere: byReport,
    waivedWhere: byReport,
    howMany: byWhere,
    allBut: byWhere,
    reasonOf: () => [[null], ...byOutcome()],
    untestedWhere: byReport,
  },
  'engine/report/targets/totals-text.ts': {
    namesText: () => [[[]], [['a']], [['a', 'b', 'c', 'd', HOSTILE]]],
    totalsReason: byReport,
    totalsNotes: byReport,
    countsOfAll: byReport,
    changesOfAll: byReport,
  },
  'engine/report/targets/report-link.ts': {
    reportLink: () => outcomes().map((one) => [{ name: one.name, outcome: one }]),
  },
  'engine/report/targets/targets-json.ts': {
    targetsJson: () => inputs().map(({ report }) => [report, keys]),
    totalsOfMembers: () => inputs().map(({ report }) => [JSON.parse(targetsJson(report, keys)), keys]),
  },
  'engine/report/targets/targets-junit.ts': {
    targetsJunit: () => inputs().map((input) => [input, () => null]),
  },
  'engine/report/targets/targets-markdown.ts': { targetsMarkdown: byInput },
  'engine/report/targets/targets-terminal.ts': {
    targetsTerminal: () =>
      inputs().map((input) => [input, { colors: pc.createColors(true), columns: 80, page: 'a' }]),
  },
  'engine/report/targets/targets-html.ts': { targetsHtml: byInput },
  'engine/report/targets/html-header.ts': { totalsHeader: byInput, totalsTold: byInput },
  'engine/report/targets/html-table.ts': { targetsSection: byInput },
  'engine/report/targets/html-where.ts': {
    brokenSection: byInput,
    waivedSection: byInput,
    untestedSection: byInput,
  },
};
