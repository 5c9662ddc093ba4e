import { expect } from '@playwright/test';
import pc from 'picocolors';
import type { JudgedRequirement, ReportInput } from '../../src/engine/model/report.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { markdownCode, markdownSentence } from '../../src/engine/report/markdown-text.ts';
import { reportTerminal } from '../../src/engine/report/terminal.ts';
import { test } from '../own-test.ts';
import { HOSTILE, MARKDOWN } from './hostile.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from './sample.ts';

/** Of the sample. */
const ALL = REQUIREMENTS.length;
const PAGE = 'reports/conformance.html';
/** So wide that no line is wrapped. */
const WIDE = 2000;
const terminal = (input: ReportInput, enabled = false) =>
  reportTerminal(input, { colors: pc.createColors(enabled), columns: WIDE, page: PAGE });

/** Characters that a terminal or a viewer acts on; the line feed is ours. */
const ACTIVE = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

test('the terminal tells the verdict, the counts and the target first and last, and where the page is', () => {
  const lines = terminal(SAMPLE).trim().split('\n');
  const ending = [
    `✗ NON-CONFORMANT  6 of ${ALL} requirements are violated.`,
    `${ALL} requirements: 6 violated · 5 inconclusive · 2 drift · 1 waived · ${ALL - 17} passed · 2 not observed · 1 not applicable`,
    'groceries in kitchen at https://notes.example.com, 41.4 s',
  ];
  expect(lines.slice(0, 3)).toEqual(ending);
  expect(lines.slice(-6)).toEqual(['', ...ending, '', PAGE]);
});

test('the terminal shows a violation whole, below the answer that it is of, whose command stands once', () => {
  const text = terminal(SAMPLE);
  expect(text.match(/^The .*$/gm)).toEqual([
    'The 202 to the DELETE of another note of that name',
    'The 404 to the DELETE of a note that was never written',
    'The 400 to the DELETE with a wrong token',
  ]);
  expect(text).toContain(`   2 MUST hold what \`404.body.type\` says of the answer to a DELETE
     id       delete.404.body.type
     clause   Response Parameters, status code 404, type
     found    \`type\` is none of the documented values.
     at       /type
     expected one of "about:blank", "/problems/no-such-note"
     actual   "gone"
     basis    a sibling page: The sibling pages have these two. `);
  expect(text).toContain('"X-Auth-Token: $TOKEN"');
});

test('terminal and Markdown give the basis of each finding, and of the requirement where a report says none', () => {
  const markdown = reportMarkdown(SAMPLE);
  expect(markdown).toContain('    - basis: a sibling page: The sibling pages have these two.');
  for (const text of [terminal(SAMPLE), markdown]) {
    expect(text).toContain('the page under test');
    expect(text).not.toMatch(/clause.*(the page under test|a sibling page)/);
  }
});

test('terminal and Markdown say why something was never seen, each reason once', () => {
  const many = REQUIREMENTS.map((one) => ({
    ...one,
    outcome: 'not-observed' as const,
    findings: [],
    because: { reason: 'The body of the 404 is no JSON.', requirement: 'delete.404.json' },
  }));
  const input = { ...SAMPLE, report: reportOf(many) };
  expect(terminal(input)).toContain(
    `Never seen, or not applicable\n  The body of the 404 is no JSON. (${ALL} requirements, see delete.404.json)`,
  );
  expect(reportMarkdown(input)).toContain(
    `- The body of the 404 is no JSON. (${ALL} requirements not observed, see [\`delete.404.json\`](conformance.html#delete.404.json))`,
  );
  for (const text of [terminal(SAMPLE), reportMarkdown(SAMPLE)]) {
    expect(text).toContain('In every 404 that came the member is absent, as it may be.');
    expect(text).toContain('`NOTES_SOURCE` is `existing`.');
  }
  expect(terminal(CONFORMANT)).not.toContain('Never seen');
});

test('what two answers did in the same way is told once, with the number', () => {
  const [one] = REQUIREMENTS.filter(({ id }) => id === 'delete.404.body.type');
  if (one === undefined) throw new Error('The sample has no such violation.');
  const twice = {
    ...one,
    findings: one.findings.flatMap((finding) => [finding, { ...finding, exchange: 16 }]),
  };
  const input = { ...SAMPLE, report: reportOf([twice]) };
  for (const text of [terminal(input), reportMarkdown(input)]) {
    expect(text.match(/is none of the documented values/g)).toHaveLength(1);
    expect(text).toContain('(2 times)');
  }
});

test('the terminal says who approved what is waived, until when and by which ticket, in part too', () => {
  const text = terminal(SAMPLE);
  expect(text).toMatch(
    /\nViolated, but waived\n {2}! delete\.default\.body\.title\n {4}waived by A\. Person .*since 2025-03-01 until 2025-05-31, ticket OPS-7 .*\n {4}because {3}It is mended in May\. /,
  );
  expect(text).toContain('     waived   by B. Person, until 2025-04-30: The gateway.\n');
});

test('nothing of the target acts on the terminal, and colours are ours alone', () => {
  expect(terminal(SAMPLE)).not.toMatch(ACTIVE);
  const coloured = terminal(SAMPLE, true);
  const start = String.fromCharCode(27);
  const known = new RegExp(`${start}\\[(1|2|22|31|32|33|36|39)m`, 'g');
  expect(coloured).toMatch(known);
  expect(coloured.replace(known, '')).toBe(terminal(SAMPLE));
});

test('the terminal tells one cause once, and a mock run as such', () => {
  const text = terminal(UNREACHABLE);
  expect(text.match(/ECONNREFUSED/g)).toHaveLength(1);
  expect(text).toContain(`(${ALL} requirements)\n    tried  List was sent six times`);
  expect(text).toContain('MOCK: this run was against a mock with the deviation hangs-up;');
  expect(terminal(SAMPLE)).not.toContain('MOCK');
  expect(terminal(CONFORMANT)).toContain('✓ CONFORMANT');
});

test('the terminal shows twenty violations and counts the rest', () => {
  const failed: JudgedRequirement[] = REQUIREMENTS.map(({ waiver: _, ...one }) => ({
    ...one,
    outcome: 'failed',
    findings: [],
  }));
  const text = terminal({ ...SAMPLE, report: reportOf(failed) });
  expect(text).toContain(`${ALL} violations`);
  expect(text).toContain('  20 MUST');
  expect(text).not.toContain('  21 MUST');
  expect(text).toContain(`${ALL - 20} more violations in conformance.html`);
});

test('a strict run shows drift as a violation, an interrupted one says so', () => {
  const text = terminal({ ...SAMPLE, report: { ...SAMPLE.report, strict: true, interrupted: true } });
  expect(text).toContain('8 violations');
  expect(text).not.toContain('Drift (');
  expect(text).toContain('The run was interrupted.');
});

test('Markdown has verdict, target, counts, violations, causes, drift and waivers', () => {
  const text = reportMarkdown(SAMPLE);
  for (const part of [
    '# ❌ Non-conformant',
    `${ALL} requirements: 6 violated · 5 inconclusive · 2 drift · 1 waived`,
    '## 6 violations',
    '<summary>Could not be tested (3)</summary>',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain('    - expected `one of "about:blank", "/problems/no-such-note"`');
  expect(text).toContain('    - actual `"gone"`');
  expect(text).toContain('<summary>Drift, which passes unless strict (2)</summary>');
  expect(text).toMatch(
    /<summary>Violated, but waived \(1\)<\/summary>\n\n- ⚠️ \[`delete\.default\.body\.title`\]\(conformance\.html#delete\.default\.body\.title\): `title` has another shape\.\n {2}- waived by A\. Person .*since 2025-03-01 until 2025-05-31, ticket OPS-7 .*: It is mended in May\. /,
  );
  expect(text).toContain('    - waived by B. Person, until 2025-04-30: The gateway.');
  expect(text).not.toContain('Mock');
  expect(reportMarkdown(UNREACHABLE)).toContain('> **Mock:** this run was against a mock with');
});

/** What stands outside of code spans and escapes. */
function bare(text: string): string {
  return text.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replaceAll(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, '');
}

for (const text of [
  HOSTILE,
  MARKDOWN,
  '- a',
  '# a',
  '1. a',
  '`',
  '``',
  'a ` b',
  '`a',
  '&#60;',
  '[a](b)',
  'x <b',
  '=',
]) {
  test(`Markdown shows ${JSON.stringify(text).slice(0, 40)} as text`, () => {
    for (const shown of [
      markdownSentence(text),
      markdownCode(text),
      markdownSentence(`It says \`${text}\`.`),
    ]) {
      expect(shown).not.toMatch(ACTIVE);
      expect(shown).not.toContain('\n');
      expect(bare(shown)).not.toMatch(/[`*_[\]|<>~$]|:\/\/|www\.|@|&(?!(amp|lt|gt);)|^\s*([#+=-]|\d+[.)])/);
    }
  });
}

test('Markdown as a whole is inert: no line begins as another block than ours', () => {
  const lines = reportMarkdown(SAMPLE).split('\n');
  expect(lines.join('\n')).not.toMatch(ACTIVE);
  const ours = /^<details><summary>[\w,() ]+<\/summary>$|^<\/details>$/;
  expect(
    lines.filter((line) => !ours.test(line) && !/^(#{1,2} |\| |\|---| *- |$|6 of \d+|53 req)/.test(line)),
  ).toEqual([]);
  expect(lines.filter((line) => !ours.test(line) && bare(line).includes('<'))).toEqual([]);
});

test('two code spans of Markdown never touch, for their fences would be read as one', () => {
  expect(markdownSentence('`a`http://x.example `b`')).toBe('`a` `http://x.example` `b`');
  expect(markdownSentence('http://``<b>')).toBe('```http://``<b>```');
  expect(markdownCode(' a`')).toBe('``  a` ``');
});
