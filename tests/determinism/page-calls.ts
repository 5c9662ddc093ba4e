import type { ReportInput } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { distinctFindings } from '../../src/engine/report/findings.ts';
import { ShownBodies } from '../../src/engine/report/html/exchange.ts';
import { planOf } from '../../src/engine/report/html/plan.ts';
import { cloned } from '../report/cloned.ts';
import { HOSTILE } from '../report/hostile.ts';
import { CONFORMANT, UNREACHABLE } from '../report/other-samples.ts';
import { FULL } from '../report/sample-full.ts';
import type { Calls } from './calls.ts';

const TEXTS = ['', 'a `b` c', HOSTILE];
const OUTCOMES: readonly Outcome[] = ['passed', 'failed', 'drift', 'not-observed'];

const inputs = (): readonly ReportInput[] => [FULL, CONFORMANT, UNREACHABLE].map(cloned);
const exchanges = () => inputs().flatMap((input) => input.exchanges);
const requirements = () => inputs().flatMap(({ report }) => report.requirements);
const byToldFindings = () => requirements().map((one) => [distinctFindings(one.findings)]);
const byInput = () => inputs().map((input) => [input]);
const byReport = () => inputs().map(({ report }) => [report]);
const byInputAndPlan = () => inputs().map((input) => [input, planOf(input)]);
const byPlanAndAnswer = () =>
  inputs().flatMap((input) => planOf(input).answers.map((answer) => [answer, planOf(input), input]));
const byText = () => TEXTS.map((text) => [text]);
const byOutcome = () => OUTCOMES.map((outcome) => [outcome]);
const byExchange = () => exchanges().map((exchange) => [exchange]);
const byRequirement = () =>
  inputs().flatMap(({ report }) => report.requirements.map((requirement) => [requirement, report]));

/** How each function of the page is called that is not called in `answer-calls.ts`. */
export const PAGE_CALLS: Calls = {
  'engine/report/html.ts': { reportHtml: byInput },
  'engine/report/html/answer-card.ts': { answerCard: byPlanAndAnswer },
  'engine/report/html/cause-list.ts': { causesSection: byInputAndPlan, linksToCauses: byReport },
  'engine/report/html/document.ts': {
    documentOf: () => TEXTS.map((title) => [{ title, skip: title, icon: 'failed', copies: true }, title]),
  },
  'engine/report/html/drift.ts': { driftSection: byInputAndPlan },
  'engine/report/html/effect.ts': { effectBlock: byPlanAndAnswer },
  'engine/report/html/evidence.ts': { evidenceSection: byInputAndPlan },
  'engine/report/html/exchange.ts': {
    wholeExchange: () =>
      exchanges().map((exchange, index) => [exchange, { index, most: 400, bodies: new ShownBodies(10_000) }]),
    curlBlock: byText,
  },
  'engine/report/html/exchange-words.ts': {
    exchangeLine: () => inputs().flatMap((input) => input.exchanges.map((one) => [one, input])),
    exchangeLink: () => [3, 4].map((index) => [index, new Set([3])]),
    exchangeLinks: () => [[[1, 2, 3], new Set([3]), 2]],
    offsetText: () => exchanges().map((one) => [one, exchanges()[0]]),
    pathInTarget: () => inputs().flatMap(({ report, exchanges: all }) => all.map((one) => [one, report])),
    statusBadge: byExchange,
    wantedIn: byInput,
  },
  'engine/report/html/fields.ts': { fieldsSection: byInput },
  'engine/report/html/finding-rows.ts': {
    findingRows: () => requirements().map((one) => [distinctFindings(one.findings), one, 1]),
    isMany: byToldFindings,
    manyExpected: byToldFindings,
  },
  'engine/report/html/header.ts': { pageHeader: byInputAndPlan },
  'engine/report/html/icons.ts': { icon: byOutcome, badge: byOutcome, tabIcon: byOutcome },
  'engine/report/html/json-lines.ts': {
    jsonLines: () => ['{"a":[1,{}],"b":{}}', '{'].map((text) => [text]),
  },
  'engine/report/html/plan.ts': { planOf: byInput },
  'engine/report/html/requirement-table.ts': { requirementsSection: byInputAndPlan },
  'engine/report/html/run.ts': {
    scenariosSection: byInput,
    notesSection: byReport,
    readingsSection: byReport,
    proofsSection: byInput,
    factsSection: byInput,
  },
  'engine/report/html/ship.ts': { mayWeShip: byReport },
  'engine/report/html/style.ts': { policyOf: byText, styleOf: byText, copyScript: () => [[]] },
  'engine/report/html/text.ts': {
    shown: byText,
    prose: byText,
    titled: byText,
    section: () => [['id', 'Title', [], 'Lead.']],
  },
  'engine/report/html/source.ts': { sourceLines: byRequirement },
  'engine/report/html/timeline.ts': { timelineSection: byInputAndPlan },
  'engine/report/html/waived.ts': { waivedSection: byInputAndPlan },
};
