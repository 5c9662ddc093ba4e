import { expect } from '@playwright/test';
import type { Report, ReportInput } from '../../src/engine/model/report.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { cutMarkdown } from '../../src/engine/report/markdown-cut.ts';
import { cellCode, cellSentence } from '../../src/engine/report/markdown-text.ts';
import { test } from '../own-test.ts';
import { HOSTILE, MARKDOWN } from './hostile.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { shown } from './rendered.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from './sample.ts';

function withReport(change: Partial<Report>, input: ReportInput = SAMPLE): ReportInput {
  return { ...input, report: { ...input.report, ...change } };
}

const OURS = ['a', 'code', 'details', 'h1', 'h2', 'li', 'p', 'strong', 'summary', 'ul'];
const TABLE = ['table', 'tbody', 'td', 'th', 'thead', 'tr'];

test('GitHub shows a table by answers, of three columns, and the rest folded @slow', async () => {
  const { rows, summaries, folded, open, tags } = await shown(reportMarkdown(SAMPLE));
  expect(tags).toEqual([...OURS, ...TABLE].sort());
  expect(rows.every((row) => row.length === 3)).toBe(true);
  expect(rows.map(([first]) => first)).toEqual([
    'requirement',
    'The 202 to the DELETE of another note of that name, exchange 16',
    'MUST hold what 204.again says of the answer to a DELETE',
    'The 404 to the DELETE of a note that was never written, exchange 15',
    'MUST hold what 404.body.type says of the answer to a DELETE',
    'MUST hold what 404.body.title says of the answer to a DELETE',
    'MUST hold what 404.body.errors.found.length says of the answer to a DELETE',
    'What no single answer shows',
    'MUST hold what default.body.detail says of the answer to a DELETE',
    'The 400 to the DELETE with a wrong token, exchange 12',
    'MUST hold what access.wrong-token says of the answer to a DELETE',
  ]);
  expect(rows).toContainEqual([
    'MUST hold what 404.body.type says of the answer to a DELETE',
    'one of "about:blank", "/problems/no-such-note"',
    '"gone"',
  ]);
  expect(summaries).toEqual([
    'Target and run',
    'What was found, clause by clause',
    'Could not be tested (3)',
    'Drift, which passes unless strict (2)',
    'Violated, but waived (1)',
    'Never seen, or not applicable (3)',
    'Notes (2)',
  ]);
  expect(folded).toEqual(summaries.map(() => ['summary', 'ul']));
  expect(open).toContain('requirements: 6 violated · 5 inconclusive · 2 drift');
});

test('every requirement that is named links to its place in the page @slow', async () => {
  const { links } = await shown(reportMarkdown(SAMPLE));
  expect([...new Set(links.filter((link) => !link.startsWith('conformance.html')))]).toEqual([]);
  const ids = links.flatMap((link) => link.split('#').slice(1));
  for (const { id, outcome } of REQUIREMENTS) {
    if (['failed', 'drift', 'waived', 'not-observed'].includes(outcome)) expect(ids).toContain(id);
  }
});

test('what the target sent is text in every cell and in every part @slow', async () => {
  const texts = [HOSTILE, MARKDOWN, 'a \\| b `c | d` \\', '</details>', '| | |', '` `` ```', '\\', '`\\`'];
  for (const text of texts) {
    const requirements = REQUIREMENTS.map((one) => ({
      ...one,
      title: `MUST ${text}`,
      findings: one.findings.map((finding) => ({ ...finding, message: text, expected: text, actual: text })),
    }));
    const input = withReport({ ...reportOf(requirements), notes: [{ message: text }], reason: text });
    const { rows, summaries, tags, links } = await shown(reportMarkdown(input));
    expect(tags.filter((tag) => ![...OURS, ...TABLE].includes(tag))).toEqual([]);
    expect([text, rows.filter((row) => row.length !== 3)]).toEqual([text, []]);
    expect(rows).toHaveLength(11);
    expect([text, summaries.length]).toEqual([text, 7]);
    expect(links.filter((link) => !link.startsWith('conformance.html'))).toEqual([]);
  }
});

test('a code span of a cell shows its text, `|` and all @slow', async () => {
  const texts = ['a|b', 'a||b', '|', 'a\\b', '`|`', 'x | `y` | z'];
  const row = `| ${texts.map(cellCode).join(' | ')} |`;
  const { rows } = await shown(
    `${texts.map(() => '| h ').join('')}|\n${texts.map(() => '|---').join('')}|\n${row}\n`,
  );
  expect(rows[1]).toEqual(texts);
  // The two together are read in two ways, so that one of them is an escape.
  expect(cellCode('a\\|b')).toBe('`a\\\\u007cb`');
  expect(cellSentence('a | `b|c` \\|')).toBe('a \\| `b\\|c` \\\\\\|');
});

test('forty notes of one kind are one item, with their number @slow', async () => {
  const notes = Array.from({ length: 40 }, (_, at) => ({ message: `It took ${at} s.`, exchange: at }));
  const markdown = reportMarkdown(withReport({ notes }, CONFORMANT));
  expect(markdown).toContain('<summary>Notes (40)</summary>\n\n- It took … s. (40 times)\n\n</details>');
  expect((await shown(markdown)).open).not.toContain('It took');
});

test('what an inconclusive run calls for is not folded', () => {
  expect(reportMarkdown(UNREACHABLE)).toContain('<details open><summary>Could not be tested (1)</summary>');
  expect(reportMarkdown(SAMPLE)).not.toContain('<details open>');
});

test('wherever it is cut, no folded part swallows what follows, and no half of a row is left @slow', async () => {
  const whole = reportMarkdown(SAMPLE);
  const bytes = Buffer.byteLength(whole);
  for (let most = bytes - 1; most > 400; most -= Math.round(bytes / 12)) {
    const cut = cutMarkdown(whole, most);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
    const { open, rows, tags } = await shown(`${cut}\nWhat follows.\n`);
    expect(open).toMatch(/Cut here: a summary may be no longer\.[\s\S]*What follows\.\s*$/);
    expect(rows.every((row) => row.length === 3)).toBe(true);
    expect(tags.filter((tag) => ![...OURS, ...TABLE].includes(tag))).toEqual([]);
  }
  expect(cutMarkdown(whole, bytes)).toBe(whole);
  expect(cutMarkdown(whole, 20)).toBe('');
});
