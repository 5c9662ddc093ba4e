import pc from 'picocolors';
import { changesSince } from '../../src/engine/history/changes.ts';
import { runOfReport } from '../../src/engine/history/compared-run.ts';
import type { Compared } from '../../src/engine/history/formats/compared.ts';
import { historyText } from '../../src/engine/history/line.ts';
import type { Changes } from '../../src/engine/model/history.ts';
import {
  A,
  B,
  F,
  G,
  KEYS,
  lineOfMorning,
  morning,
  type Night,
  reportOfMorning,
  runOfMorning,
  WORDS,
} from '../history/lines.ts';
import { EXCHANGES } from '../report/sample-exchanges.ts';
import type { Calls } from './calls.ts';

const NIGHTS: readonly Night[] = [
  {},
  { [A]: [F] },
  { [A]: [F, G], [B]: 'inconclusive' },
  { [A]: 'not-observed', [B]: [G] },
  { [A]: [G] },
];
const BY = { words: WORDS, addedIn: { [A]: '0.1.0' } };

const reports = () => NIGHTS.map((night, at) => reportOfMorning(at + 1, night));
const lines = () => NIGHTS.map((night, at) => lineOfMorning(at + 1, night));
const runs = () => NIGHTS.map((night, at) => runOfMorning(at + 1, night));
const changes = (): readonly Changes[] =>
  reports().map((report) => changesSince(runOfReport(report), lines(), BY));
const compared = (): readonly Compared[] =>
  reports().map((report, at) => ({
    ...{ report, notes: ['A note.'], own: lines()[at] ?? null, lastConclusive: morning(1) },
    changes: changesSince(runOfReport(report), lines(), BY),
  }));
const byCompared = () => compared().map((one) => [one]);
const pairs = () => lines().flatMap((now) => lines().map((then) => [now, then]));

/** How each function of `history/` is called, and those of `report/` that tell of it. */
export const HISTORY_CALLS: Calls = {
  'engine/history/changes.ts': {
    changesSince: () => reports().map((report) => [runOfReport(report), lines(), BY]),
    changesFrom: () =>
      reports().flatMap((report) => runs().map((base) => [runOfReport(report), base, WORDS])),
    isSameRun: pairs,
  },
  'engine/history/comparable.ts': {
    differenceOf: () => pairs().map((pair) => [...pair, WORDS]),
    isBefore: () => [
      ['0.1.0', '0.2.0'],
      ['1.0.0-a', '0.9.9'],
    ],
  },
  'engine/history/compared-run.ts': {
    runOfReport: () => reports().map((report) => [report]),
    runOfLine: () => lines().map((line) => [line, BY.addedIn]),
    toldBy: () => runs().flatMap((run) => [F, G, ''].map((fingerprint) => [run, A, fingerprint])),
  },
  'engine/history/latencies.ts': { latenciesOf: () => [[EXCHANGES], [[]]] },
  'engine/history/recent-runs.ts': { recentRuns: () => lines().map((line) => [lines(), line]) },
  'engine/history/line.ts': {
    historyLine: () => reports().map((report) => [report, 'a', EXCHANGES]),
    historyText: () => lines().map((line) => [line, KEYS]),
    lineOfMembers: () => lines().map((line) => [JSON.parse(historyText(line, KEYS)), KEYS]),
    isConclusive: () => lines().map((line) => [line]),
  },
  'engine/history/read-history.ts': {
    readHistory: () => {
      const text = lines().map((line) => historyText(line, KEYS));
      return lines().map(({ target }) => [Buffer.from(`${text.join('')}torn`), target, KEYS]);
    },
    skippedText: () => [0, 1, 2].map((skipped) => [{ lines: [], skipped }]),
  },
  'engine/history/formats/compared.ts': { titleOf: () => reports().map((report) => [report, A]) },
  'engine/history/formats/json.ts': { changesJson: byCompared },
  'engine/history/formats/markdown.ts': { changesMarkdown: byCompared },
  'engine/history/formats/prom.ts': {
    changesProm: byCompared,
    targetLabel: () => reports().map((report) => [report]),
  },
  'engine/history/formats/text.ts': {
    changesTerminal: () => compared().map((one) => [one, pc.createColors(true)]),
  },
  'engine/report/changes-text.ts': {
    changesMembers: () => changes().map((one) => [one]),
    dayText: () => [[morning(1), morning(2)]],
    changesLine: () => changes().map((one) => [one, morning(2)]),
    changeText: () => changes().flatMap((one) => one.new.map((change) => [change, morning(2)])),
    sinceText: () => reports().flatMap((report) => changes().map((one) => [{ ...report, changes: one }, A])),
  },
};
