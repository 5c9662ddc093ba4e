import type { ReportInput } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { brokenAnswers, brokenTogether } from '../../src/engine/report/broken-answers.ts';
import { distinctFindings } from '../../src/engine/report/findings.ts';
import { reportHar } from '../../src/engine/report/har.ts';
import { HarReader } from '../../src/engine/report/har-reader.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { cloned } from '../report/cloned.ts';
import { HOSTILE } from '../report/hostile.ts';
import { CONFORMANT, UNREACHABLE } from '../report/other-samples.ts';
import { withRecorded } from '../report/recorded.ts';
import { SAMPLE } from '../report/sample.ts';
import { given } from '../suites/modelarts-plugins/given.ts';
import { ANSWER_CALLS } from './answer-calls.ts';
import type { Calls } from './calls.ts';
import { largeList, withLargeList } from './large-list.ts';
import { PAGE_CALLS } from './page-calls.ts';
import { TEXT_CALLS } from './text-calls.ts';
import { WAIVER_CALLS } from './waiver-calls.ts';

const LONG = `${HOSTILE} `.repeat(50);
const TEXTS = ['', 'a `b` c', HOSTILE, LONG];
const OUTCOMES: readonly Outcome[] = [
  'passed',
  'failed',
  'drift',
  'not-observed',
  'inconclusive',
  'not-applicable',
  'waived',
];

const inputs = (): readonly ReportInput[] => [SAMPLE, CONFORMANT, UNREACHABLE].map(cloned);
const exchanges = () => inputs().flatMap((input) => input.exchanges);
const requirements = () => inputs().flatMap(({ report }) => report.requirements);
const byToldFindings = () => requirements().map((one) => [distinctFindings(one.findings)]);
const byInput = () => inputs().map((input) => [input]);
const byReport = () => inputs().map(({ report }) => [report]);
const byText = () => TEXTS.map((text) => [text]);
const byLength = () => TEXTS.map((text) => [text, 30]);
const byNumber = () => [0, 1, 2, 999, 1500, 99_950, 2 ** 21].map((number) => [number]);

const RECORDING = { creator: HOSTILE, file: 'a.har', sha256: 'a', exchanges: 1, matched: [], own: false };
const byRecording = () => inputs().flatMap(({ report }) => [[report], [{ ...report, recording: RECORDING }]]);
const BRIEF = { name: 'a', creationTimestamp: null, item: 'b', version: null, phase: null };
const namesIn = () => null;
const harEntries = () =>
  HarReader.of(reportHar({ ...SAMPLE, exchanges: SAMPLE.exchanges.slice(0, 3) }))
    .at('log')
    .list('entries');

/** How each function of `verdict/` and `report/` is called, but for those that write to disk. */
export const REPORT_CALLS: Calls = {
  'engine/verdict/concluded.ts': {
    concluded: () =>
      inputs().map(({ report: { requirements: judged, scenarios } }) => [
        given.suite,
        judged,
        [{ scenario: 'installed', exchanges: exchanges(), notes: [], withheld: [], blocked: null }],
        scenarios,
        { strict: false, interrupted: false },
      ]),
  },
  'engine/verdict/exit-code.ts': {
    exitCode: () =>
      (['conformant', 'non-conformant', 'inconclusive', null] as const).map((verdict) => [
        { fault: false, interrupted: false, verdict },
      ]),
  },
  'engine/verdict/how-much.ts': {
    howMuch: () => inputs().flatMap(({ report: { counts } }) => [[counts], [counts, { failed: 1 }]]),
  },
  'engine/verdict/seen-answers.ts': {
    seenAnswers: () => [
      [
        given.suite,
        [{ scenario: 'installed', exchanges: exchanges(), notes: [], withheld: [], blocked: null }],
      ],
    ],
  },
  'engine/verdict/verdict.ts': {
    conclude: () =>
      inputs().flatMap(({ report }) =>
        [true, false].map((strict) => [
          report.requirements,
          {
            ...{ strict, unseen: { method: 'DELETE', statuses: strict ? [] : [400] }, refusals: new Map() },
            ...{ interrupted: false, unfinished: ['installed'] },
          },
        ]),
      ),
  },
  ...TEXT_CALLS,
  ...WAIVER_CALLS,
  ...ANSWER_CALLS,
  'engine/report/attempts-text.ts': {
    attemptsText: () =>
      OUTCOMES.map((outcome) => [{ outcome, attempts: 2 }, { run: { attempts: 3, mostAttempts: 5 } }]),
    runAttemptsText: () =>
      inputs().map(({ report }) => [{ ...report, run: { attempts: 3, mostAttempts: 5 } }]),
  },
  'engine/report/causes.ts': { causesOf: byReport },
  'engine/report/curl.ts': { curlOf: () => exchanges().map((exchange) => [exchange]) },
  'engine/report/dispute.ts': { reportDispute: byInput },
  'engine/report/dispute-violation.ts': {
    violationBlocks: () => {
      const few = { ...cloned(SAMPLE), exchanges: cloned(SAMPLE).exchanges.slice(0, 17) };
      return brokenTogether(few.report).flatMap(({ broken }) => broken.map((one) => [one, 1, few]));
    },
  },
  'engine/report/findings.ts': {
    distinctFindings: () => requirements().map(({ findings }) => [[...findings, ...findings]]),
    timesText: byNumber,
    byKind: byToldFindings,
    totalOf: byToldFindings,
    isEffect: () => requirements().flatMap(({ findings }) => findings.map((one) => [one])),
  },
  'engine/report/har.ts': { reportHar: byInput, harParts: byInput },
  'engine/report/har-format.ts': {
    headerValue: () => exchanges().map(({ request }) => [request.headers, 'host']),
  },
  'engine/report/har-large.ts': {
    condensedOf: () => [
      [largeList(), true, 'judged'],
      [largeList(), false, null],
    ],
    longestTable: () => [[exchanges()], [exchanges().map(withLargeList)]],
    tableParts: () => [[largeList().items?.table ?? []]],
  },
  'engine/report/har-read.ts': {
    readHar: () => inputs().map((input) => [reportHar(input)]),
    readEntry: () => harEntries().map((entry, at) => [entry, at, { table: [], exchanges: [], namesIn }]),
    readItem: () => [[HarReader.at(BRIEF, '')]],
  },
  'engine/report/recording-text.ts': {
    recordingText: byRecording,
    verdictText: byRecording,
    recordingLook: byRecording,
  },
  'engine/report/har-recording.ts': {
    recordedIn: () => inputs().map((input) => [reportHar(withRecorded(input))]),
    linesOf: () => TEXTS.map((text) => [[Buffer.from(`${text}\n${text}`)]]),
    readRecording: () => inputs().map((input) => [[Buffer.from(reportHar(withRecorded(input)))]]),
    evidenceOf: () =>
      inputs().map((input) => {
        const { exchanges, report, recorded = [] } = withRecorded(input);
        return [{ run: report.run.id, exchanges, recorded }];
      }),
  },
  'engine/report/json-read.ts': {
    reportOf: () => inputs().map((input) => [JSON.parse(reportJson(input)), input.suite.resource.keys]),
  },
  'engine/report/write.ts': {
    reportTexts: () => inputs().map((input) => [input, { json: '0a', har: '1b' }]),
  },
  ...PAGE_CALLS,
  'engine/report/broken-answers.ts': {
    brokenAnswers: byInput,
    brokenCount: () => inputs().map((input) => [brokenAnswers(input)]),
    exchangesText: () => [[[]], [[3]], [[1, 2, 3, 4, 5, 6, 7, 8]]],
    brokenTogether: byReport,
    brokenText: () => inputs().map((input) => [brokenAnswers(input), 77]),
    requestText: () => exchanges().map((exchange) => [exchange, SAMPLE.suite]),
  },
  'engine/report/timings.ts': { timingsOf: () => inputs().map((input) => [input.exchanges]) },
  'engine/report/with-sources.ts': {
    withSources: () =>
      inputs().map(({ report }) => [
        report.requirements,
        { says: { 'delete.404.body': [{ clause: 'a', says: 'b' }] }, proofs: { 'delete.404.body': ['a'] } },
      ]),
  },
  'engine/report/agent-commands.ts': { withoutCommands: byText },
  'engine/report/inert.ts': {
    visible: byText,
    oneLine: byText,
    inert: byText,
    inertLine: byText,
    shortened: byLength,
    beginning: byLength,
    shownText: byText,
  },
  'engine/report/json.ts': { reportJson: byInput },
  'engine/report/junit.ts': { reportJunit: byInput },
  'engine/report/markdown.ts': { reportMarkdown: byInput },
  'engine/report/markdown-cut.ts': { cutMarkdown: byLength },
  'engine/report/loopback-note.ts': { loopbackNote: byReport },
  'engine/report/markdown-target.ts': {
    standingBlocks: byReport,
    targetBlock: () => inputs().map(({ report, suite }) => [report, suite.resource.words]),
  },
  'engine/report/markdown-text.ts': {
    markdownCode: byText,
    markdownSentence: byText,
    cellCode: byText,
    cellSentence: byText,
  },
  'engine/report/named-members.ts': {
    namesAsMembers: () => inputs().map(({ report }) => [reportedPlugins.resource.keys, report.target]),
    namesOfMembers: () => [
      [reportedPlugins.resource.keys, {}],
      [reportedPlugins.resource.keys, { projectId: '', poolName: 'a', templateName: 'b' }],
    ],
  },
  'engine/report/purpose-text.ts': {
    purposeText: () => exchanges().map((exchange) => [exchange, SAMPLE.suite]),
  },
  'engine/report/repeat.ts': {
    repeatText: () => {
      const few = exchanges().slice(0, 5);
      return few.flatMap((one) => [
        [one, undefined, few],
        [one, { before: 0, after: 2 }, few],
      ]);
    },
  },
  'engine/report/requests-csv.ts': { reportRequestsCsv: byInput },
  'engine/report/untold.ts': { untoldNotes: () => [[given.contract, given.suite.operations]] },
  'engine/report/reasons.ts': { reasonsOf: byReport },
  'engine/report/short-path.ts': { shortPath: byText, pathOf: byText },
  'engine/report/time-text.ts': { timeText: () => [['2025-03-17T12:29:18Z'], ['2016-12-31T23:59:60Z']] },
  'engine/report/words.ts': {
    capitalized: () => [['pool'], ['']],
    basisText: () => requirements().flatMap((one) => one.findings.map((finding) => [finding, one])),
    countText: byNumber,
    countOf: () => inputs().flatMap(({ report }) => OUTCOMES.map((outcome) => [report, outcome])),
    countsText: byReport,
    countsTold: () => inputs().map(({ report }) => [report.counts]),
    fails: () => inputs().flatMap(({ report }) => report.requirements.map((one) => [report, one])),
    plural: () => [
      [1, 'way'],
      [2, 'way'],
      [2, 'body', 'bodies'],
    ],
    durationText: byNumber,
    limitText: byNumber,
    bytesText: byNumber,
  },
};
