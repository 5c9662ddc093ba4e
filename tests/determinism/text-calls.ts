import pc from 'picocolors';
import { cloned } from '../report/cloned.ts';
import { HOSTILE } from '../report/hostile.ts';
import { CONFORMANT, UNREACHABLE } from '../report/other-samples.ts';
import { SAMPLE } from '../report/sample.ts';
import type { Calls } from './calls.ts';

const TEXTS = ['', 'a `b` c', HOSTILE, '漢字 '.repeat(60), `${HOSTILE} `.repeat(50)];

const inputs = () => [SAMPLE, CONFORMANT, UNREACHABLE].map(cloned);
const look = () => ({ colors: pc.createColors(true), columns: 80 });
const byText = () => TEXTS.map((text) => [text]);
const byReport = () => inputs().map(({ report }) => [report, look()]);

/** How each function is called that the texts of a terminal, of Markdown and of JUnit are put together by. */
export const TEXT_CALLS: Calls = {
  'engine/report/junit-case.ts': {
    sharedBy: () => inputs().map(({ report }) => [report]),
    caseOf: () =>
      inputs().flatMap(({ report }) =>
        report.requirements.map((one) => [report, one, { ms: 8, shared: { id: 'a', blocked: null } }]),
      ),
  },
  'engine/report/markdown-broken.ts': { brokenBlocks: () => inputs().map((input) => [input]) },
  'engine/report/markdown-parts.ts': {
    folded: () => TEXTS.map((text) => ['Title', [text]]),
    foldedList: () => TEXTS.map((text) => ['Title', [text, text], { most: 1, isOpen: true }]),
    linkTo: () => [['a.b(c)', 'text']],
    linkedId: () => [['a.b(c)']],
    tableRow: () => [[TEXTS]],
  },
  'engine/report/requirement-times.ts': { requirementTimes: () => inputs().map((input) => [input]) },
  'engine/report/target-name.ts': { targetName: () => inputs().map(({ report }) => [report.target]) },
  'engine/report/note-kinds.ts': { noteKinds: () => inputs().map(({ report }) => [report.notes]) },
  'engine/report/terminal.ts': {
    reportTerminal: () => inputs().map((input) => [input, { ...look(), page: 'a' }]),
  },
  'engine/report/terminal-broken.ts': { brokenLines: () => inputs().map((input) => [input, look()]) },
  'engine/report/terminal-look.ts': {
    told: byText,
    row: () => TEXTS.map((text) => ['name', text, look()]),
    item: () => TEXTS.map((text) => ['!', text, look()]),
  },
  'engine/report/terminal-verdict.ts': {
    verdictLine: () => inputs().map(({ report }) => [report, pc.createColors(true)]),
    briefLines: byReport,
    verdictLines: byReport,
    colorOf: () => inputs().map(({ report }) => [report.verdict]),
  },
  'engine/report/wait-text.ts': {
    waitedText: () => [[{ what: 'gone', ms: 5800, asked: 11 }], [{ what: 'gone', ms: 8, asked: 1 }]],
    slowWaits: () => [[[{ what: 'gone', exchange: 1, ms: 5800, asked: 11 }]], [[]]],
  },
  'engine/report/wrapped.ts': {
    columnsOf: byText,
    wrapped: () => TEXTS.map((text) => [text, 40, 10]),
    firstLines: () => [[TEXTS, 2]],
    hanging: () => TEXTS.map((text) => ['  label ', text, { columns: 80 }]),
  },
};
