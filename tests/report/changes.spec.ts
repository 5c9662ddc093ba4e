import { expect } from '@playwright/test';
import pc from 'picocolors';
import type { Change, Changes } from '../../src/engine/model/history.ts';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { reportTerminal } from '../../src/engine/report/terminal.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from './hostile.ts';
import { CONFORMANT } from './other-samples.ts';
import { SAMPLE } from './sample.ts';

/** As many as a run under Playwright has. */
const PAGE = 'reports/conformance.html';
const BASE = { run: 'a', startedAt: '2025-03-16T02:00:00.000Z', verdict: 'non-conformant', suite: '0.1.0' };

function change(id: string, since: string, more: Partial<Change> = {}): Change {
  return { id, fingerprint: 'f'.repeat(12), since, seen: 1, of: 4, ...more };
}

const CHANGES: Changes = {
  base: BASE as Changes['base'],
  comparable: true,
  why: null,
  new: [change('delete.404.body.title', SAMPLE.report.startedAt, { newRequirement: true })],
  still: [change('delete.404.body.type', '2024-12-24T02:00:00.000Z', { seen: 4 })],
  fixed: [change('delete.404.json', BASE.startedAt)],
  intermittent: [change('delete.204.again', '2025-03-14T02:00:00.000Z', { seen: 2 })],
  unknown: [],
};
const LINE = 'Since 16 March 02:00: 1 new, 1 still, 1 fixed, 1 intermittent';

function withChanges(changes: Changes, { report, ...input }: ReportInput = SAMPLE): ReportInput {
  return { ...input, report: { ...report, changes } };
}

const terminal = (input: ReportInput) =>
  reportTerminal(input, { colors: pc.createColors(false), columns: 80, page: PAGE });

test('the terminal tells what is new below the verdict, and again among the last twelve lines', () => {
  const lines = terminal(withChanges(CHANGES)).trim().split('\n');
  expect(lines[3]).toBe(LINE);
  const last = lines.slice(-7);
  expect(last[0]).toMatch(/^✗ NON-CONFORMANT /);
  expect(last[1]).toMatch(/^\d+ requirements: 6 violated/);
  expect(last[3]).toBe(LINE);
  expect(last[4]).toContain('at https://notes.example.com, 41.4 s');
  expect(last.slice(5)).toEqual(['', PAGE]);
});

test('what is seen at once is not told twice', () => {
  const short = reportTerminal(withChanges(CHANGES, CONFORMANT), {
    ...{ colors: pc.createColors(false), columns: 80, page: PAGE },
  });
  expect(short.trim().split('\n').length).toBeLessThanOrEqual(12);
  expect(short.match(/✓ CONFORMANT/g)).toHaveLength(1);
  expect(terminal(SAMPLE).match(/✗ NON-CONFORMANT/g)).toHaveLength(2);
  expect(terminal(SAMPLE)).not.toContain(' still, ');
});

test('the terminal says of a violation whether it is new, or since when it is there', () => {
  const text = terminal(withChanges(CHANGES));
  for (const [id, since] of [
    ['delete.404.body.title', 'new, a new requirement, seen in 1 of 4 runs'],
    ['delete.404.body.type', 'since 24 December 2024 02:00, seen in 4 of 4 runs'],
    ['delete.204.again', 'intermittent, since 14 March 02:00, seen in 2 of 4 runs'],
  ]) {
    expect(text).toContain(`     id       ${id}\n     since    ${since}\n`);
  }
  expect(text).toContain('     id       delete.access.wrong-token\n     clause ');
});

test('Markdown tells it below the verdict, each failure in a line', () => {
  const blocks = reportMarkdown(withChanges(CHANGES)).split('\n\n');
  expect(blocks.slice(0, 2)).toEqual(['# ❌ Non-conformant', `**${LINE}**`]);
  const at = blocks.indexOf('<details><summary>New, still there and fixed (4)</summary>');
  const link = (id: string) => `[\`${id}\`](conformance.html#${id})`;
  expect(blocks[at + 1]?.split('\n')).toEqual([
    `- new: ${link('delete.404.body.title')} (a new requirement, seen in 1 of 4 runs)`,
    `- still: ${link('delete.404.body.type')} (since 24 December 2024 02:00, seen in 4 of 4 runs)`,
    `- fixed: ${link('delete.404.json')} (since 16 March 02:00, seen in 1 of 4 runs)`,
    `- intermittent: ${link('delete.204.again')} (since 14 March 02:00, seen in 2 of 4 runs)`,
  ]);
  expect(reportMarkdown(SAMPLE)).not.toContain(' still, ');
  const many = Array.from({ length: 99 }, (_, at) => change(`delete.${at}`, BASE.startedAt));
  expect(reportMarkdown(withChanges({ ...CHANGES, still: many }))).toContain(
    '- 72 more in conformance.html\n',
  );
});

test('why runs are not comparable does nothing on a terminal or in Markdown', () => {
  const input = withChanges({ ...CHANGES, comparable: false, why: HOSTILE });
  expect(terminal(input)).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  expect(terminal(input)).toContain('\nNot comparable with the run of 16 March 02:00.\n');
  const [, line] = reportMarkdown(input).split('\n\n');
  expect(line).toMatch(/^\*\*Not comparable with the run of 16 March 02:00\. &lt;\/style&gt;[^<]*`/);
});

test('a program finds it in `conformance.json`, and nothing where no history is kept', () => {
  expect(JSON.parse(reportJson(withChanges(CHANGES))).changes).toEqual(CHANGES);
  expect(JSON.parse(reportJson(SAMPLE))).not.toHaveProperty('changes');
});
