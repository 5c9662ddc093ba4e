import pc from 'picocolors';
import { parse } from 'yaml';
import type { Condensed, Exchange } from '../../src/model/exchange.ts';
import type { ReportInput } from '../../src/model/report.ts';
import type { Outcome } from '../../src/model/requirement.ts';
import { reportHar } from '../../src/report/har.ts';
import { planOf } from '../../src/report/html/plan.ts';
import { nearestOf } from '../../src/settings/nearest.ts';
import { given } from '../judge/contract.ts';
import { HOSTILE } from '../report/hostile.ts';
import { CONFORMANT, UNREACHABLE } from '../report/other-samples.ts';
import { SAMPLE } from '../report/sample.ts';
import type { Calls } from './calls.ts';

const LONG = `${HOSTILE} `.repeat(50);
const TEXTS = ['', 'a `b` c', HOSTILE, LONG];
const WAIVER = {
  requirement: 'delete.200.with-body',
  reason: 'A ticket.',
  until: '2030-01-01',
  approvedBy: 'us',
};
const OUTCOMES: readonly Outcome[] = [
  'passed',
  'failed',
  'drift',
  'not-observed',
  'inconclusive',
  'not-applicable',
  'waived',
];

const inputs = (): readonly ReportInput[] => structuredClone([SAMPLE, CONFORMANT, UNREACHABLE]);
const exchanges = () => inputs().flatMap((input) => input.exchanges);
const requirements = () => inputs().flatMap(({ report }) => report.requirements);
const bodies = () => exchanges().flatMap(({ response }) => (response === null ? [] : [response.body]));
const pointers = () => new Set(['/a', '/metadata/name']);
const byInput = () => inputs().map((input) => [input]);
const byReport = () => inputs().map(({ report }) => [report]);
const byInputAndPlan = () => inputs().map((input) => [input, planOf(input)]);
const byText = () => TEXTS.map((text) => [text]);
const byLength = () => TEXTS.map((text) => [text, 30]);
const byOutcome = () => OUTCOMES.map((outcome) => [outcome]);
const byNumber = () => [0, 1, 2, 999, 1500, 99_950, 2 ** 21].map((number) => [number]);
const colors = () => pc.createColors(true);

/** How each function of `verdict/` and `report/` is called, but for those that write to disk. */
export const REPORT_CALLS: Calls = {
  'verdict/exit-code.ts': {
    exitCode: () =>
      (['conformant', 'non-conformant', 'inconclusive', null] as const).map((verdict) => [
        { fault: false, interrupted: false, verdict },
      ]),
  },
  'verdict/how-much.ts': {
    howMuch: () => inputs().flatMap(({ report: { counts } }) => [[counts], [counts, { failed: 1 }]]),
  },
  'verdict/seen.ts': {
    seenAnswers: () => [
      [
        given.suite,
        [{ scenario: 'installed', exchanges: exchanges(), notes: [], withheld: [], blocked: null }],
      ],
    ],
  },
  'verdict/verdict.ts': {
    conclude: () =>
      inputs().flatMap(({ report }) =>
        [true, false].map((strict) => [
          report.requirements,
          { strict, seen200: true, seen400: !strict, interrupted: false, unfinished: ['installed'] },
        ]),
      ),
  },
  'verdict/waivers.ts': {
    readWaivers: () => [[{ text: JSON.stringify([WAIVER]), parse, known: [WAIVER.requirement], nearestOf }]],
    onDay: () => [
      [[WAIVER], '2030-01-02'],
      [[WAIVER], '2029-01-01'],
    ],
    applyWaivers: () => [[requirements(), [WAIVER], 'host']],
  },
  'report/causes.ts': { causesOf: byReport },
  'report/curl.ts': { curlOf: () => exchanges().map((exchange) => [exchange]) },
  'report/findings.ts': {
    distinctFindings: () => requirements().map(({ findings }) => [[...findings, ...findings]]),
    timesText: byNumber,
  },
  'report/groups.ts': {
    grouped: () => inputs().map(({ report }) => [report]),
  },
  'report/har.ts': { reportHar: byInput, harParts: byInput },
  'report/har-format.ts': { headerValue: () => exchanges().map(({ request }) => [request.headers, 'host']) },
  'report/har-large.ts': {
    condensedOf: () => [[condensed()]],
    longestTable: () => [[exchanges()], [exchanges().map(withLargeList)]],
    tableParts: () => [[condensed().items?.table ?? []]],
  },
  'report/har-read.ts': { readHar: () => inputs().map((input) => [reportHar(input)]) },
  'report/html.ts': { reportHtml: byInput },
  'report/html/body.ts': {
    responseBody: () => bodies().map((body) => [body, pointers(), 400]),
    textBody: () => [...TEXTS, '{"a":[1,{}],"b":{}}'].map((text) => [text, pointers()]),
  },
  'report/html/cause-list.ts': { causesSection: byInputAndPlan },
  'report/html/counts.ts': { countsOverview: byReport },
  'report/html/document.ts': {
    documentOf: () => TEXTS.map((title) => [{ title, skip: title }, title]),
  },
  'report/html/evidence.ts': { evidenceSection: byInputAndPlan },
  'report/html/exchange.ts': {
    exchangeDetails: () =>
      exchanges().map((exchange, index) => [
        exchange,
        { index, pointers: pointers(), open: true, most: 400, curl: true },
      ]),
    curlBlock: () => exchanges().map((exchange) => [exchange]),
    exchangeSummary: () => exchanges().map((exchange) => [exchange, 7]),
  },
  'report/html/header.ts': { pageHeader: byReport },
  'report/html/icons.ts': { icon: byOutcome, badge: byOutcome },
  'report/html/json-lines.ts': {
    jsonLines: () => ['{"a":[1,{}],"b":{}}', '{'].map((text) => [text, pointers()]),
  },
  'report/html/plan.ts': {
    planOf: byInput,
    exchangesOf: () => requirements().map((requirement) => [requirement]),
    isShown: () => inputs().map((input) => [planOf(input), input.exchanges, 3]),
  },
  'report/html/requirement-card.ts': {
    requirementCard: () =>
      inputs().flatMap((input) =>
        input.report.requirements.map((requirement) => [input, planOf(input), requirement, true]),
      ),
  },
  'report/html/requirement-table.ts': {
    requirementsSection: () => inputs().map((input) => [input.report, planOf(input)]),
  },
  'report/html/rests-on.ts': {
    restsOn: () => inputs().flatMap(({ report }) => report.requirements.map((one) => [one, report])),
  },
  'report/html/run.ts': {
    scenariosSection: byReport,
    notesSection: byReport,
    readingsSection: byReport,
    environmentSection: byReport,
  },
  'report/html/style.ts': { policyOf: byText, styleOf: byText },
  'report/html/text.ts': {
    shown: byText,
    prose: byText,
    titled: byText,
    section: () => [['id', 'Title', [], 'Lead.']],
  },
  'report/html/verdict-card.ts': {
    verdictCard: () =>
      TEXTS.map((text) => [
        { look: 'failed', kicker: text, title: text, reasons: [text], facts: [[text, text]] },
      ]),
    timeFacts: byReport,
    contractFact: byReport,
  },
  'report/agent-commands.ts': { withoutCommands: byText },
  'report/inert.ts': {
    visible: byText,
    oneLine: byText,
    inert: byText,
    inertLine: byText,
    shortened: byLength,
    beginning: byLength,
    shownText: byText,
  },
  'report/json.ts': { reportJson: byInput },
  'report/junit.ts': { reportJunit: byInput },
  'report/markdown.ts': { reportMarkdown: byInput },
  'report/markdown-text.ts': { markdownCode: byText, markdownSentence: byText },
  'report/reasons.ts': { reasonsOf: byReport },
  'report/terminal.ts': {
    reportTerminal: () => inputs().map((input) => [input, { colors: colors(), paths: ['a'] }]),
  },
  'report/terminal-verdict.ts': { verdictLines: () => inputs().map(({ report }) => [report, colors()]) },
  'report/words.ts': {
    basisText: () => requirements().flatMap((one) => one.findings.map((finding) => [finding, one])),
    countOf: () => inputs().flatMap(({ report }) => OUTCOMES.map((outcome) => [report, outcome])),
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

/** What stays of a long List. */
function condensed(): Condensed {
  const known = {
    templateName: 'a',
    name: 'pool-a',
    creationTimestamp: null,
    phase: 'Running',
    version: '1',
  };
  const table = [{ ...known, inputs: undefined, spec: undefined, specHash: 'f'.repeat(32) }];
  return {
    ...{ bytes: 1e6, sha256: '0'.repeat(64), state: 'json', partial: false, whole: null },
    items: { table, stretches: [0, 1] },
  };
}

function withLargeList(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response === null) return exchange;
  return { ...exchange, response: { ...response, body: { ...response.body, condensed: condensed() } } };
}
