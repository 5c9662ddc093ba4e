import { expect } from '@playwright/test';
import pc from 'picocolors';
import stringWidth from 'string-width';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { noteKinds } from '../../src/engine/report/note-kinds.ts';
import { reportTerminal } from '../../src/engine/report/terminal.ts';
import { waitedText } from '../../src/engine/report/wait-text.ts';
import { firstLines, hanging, wrapped } from '../../src/engine/report/wrapped.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { HOSTILE } from './hostile.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { SAMPLE } from './sample.ts';
import { AT } from './sample-exchanges.ts';

const PAGE = 'reports/conformance.html';

function terminal(input: ReportInput, columns = 80): readonly string[] {
  const text = reportTerminal(input, { colors: pc.createColors(false), columns, page: PAGE });
  return text.trim().split('\n');
}

/** The lines that are wider than they may be, but for commands and URLs. */
function tooWide(lines: readonly string[], columns = 80): readonly string[] {
  return lines.filter((line) => stringWidth(line) > columns && !/^ *(repeat +)?curl |:\/\//.test(line));
}

/** A report whose every text is as long as what it shows of a target may be. */
function withLongTexts(): ReportInput {
  const wide = '漢字かな'.repeat(40);
  const { report } = SAMPLE;
  const requirements = report.requirements.map((one) => ({
    ...one,
    title: `MUST ${wide} ${HOSTILE.repeat(3)}`,
    findings: one.findings.map((finding) => ({ ...finding, message: wide, actual: 'x'.repeat(500) })),
  }));
  const target = { ...report.target, item: wide, collection: 'p'.repeat(300) };
  const reason = `${wide} ${HOSTILE.repeat(4)}`;
  return { ...SAMPLE, report: { ...report, requirements, target, reason, notes: [{ message: wide }] } };
}

for (const columns of [80, 60, 120]) {
  test(`at ${columns} columns nothing but commands and URLs is wider${slowIf(columns !== 80)}`, () => {
    for (const input of [SAMPLE, CONFORMANT, UNREACHABLE, withLongTexts()]) {
      expect(tooWide(terminal(input, columns), columns)).toEqual([]);
    }
    // It is the width that breaks them, and no less.
    const widest = Math.max(
      ...terminal(withLongTexts(), columns)
        .filter((line) => !line.includes('://'))
        .map((line) => stringWidth(line)),
    );
    expect(widest).toBeGreaterThan(columns - 2);
  });
}

test('the last twelve lines hold verdict, counts, target, what is new and one path, however long they are', () => {
  const changes = {
    ...{ base: null, comparable: false, why: `It cannot be said: ${'because '.repeat(90)}` },
    ...{ new: [], still: [], fixed: [], intermittent: [], unknown: [] },
  };
  const long = withLongTexts();
  const lines = terminal({ ...long, report: { ...long.report, changes } }).slice(-12);
  expect(lines[0]).toMatch(/^✗ NON-CONFORMANT {2}漢字/);
  expect(lines[2]).toMatch(/ …$/);
  expect(lines[3]).toMatch(/^\d+ requirements: 6 violated · 5 inconclusive/);
  expect(lines[5]).toMatch(/^It cannot be said: because/);
  expect(lines[7]).toMatch(/^漢字/);
  expect(lines.at(-1)).toBe(PAGE);
  expect(lines.filter((line) => line.includes('/'))).toHaveLength(1);
});

test('a conforming run is told in less than twelve lines, once', () => {
  const lines = terminal(CONFORMANT);
  expect(lines.length).toBeLessThan(12);
  expect(lines.filter((line) => line.includes('✓ CONFORMANT'))).toHaveLength(1);
  expect(lines.at(-1)).toBe(PAGE);
});

test('violations stand below the answer that they are of, whose command stands once', () => {
  const lines = terminal(SAMPLE);
  const ids = (from: string) => {
    const rest = lines.slice(lines.indexOf(from) + 1);
    const end = rest.findIndex((line) => /^[A-Z]/.test(line));
    return rest.slice(0, end).flatMap((line) => /^ {5}id {7}(\S+)$/.exec(line)?.slice(1) ?? []);
  };
  const refused = lines.find((_, at) => lines[at + 1]?.includes(`seen in   exchange ${AT.refused} of`));
  expect(ids(refused ?? '')).toEqual([
    'delete.404.body.type',
    'delete.404.body.title',
    'delete.404.body.errors.found.length',
  ]);
  expect(lines.filter((line) => line.startsWith('  repeat    curl '))).toHaveLength(3);
  expect(ids('What no single answer shows')).toEqual(['delete.default.body.detail']);
});

test('forty notes of one kind are one, and a slow wait is told', () => {
  const notes = Array.from({ length: 40 }, (_, at) => ({
    message: `A GET was answered 503 and sent again after ${at % 4} s.`,
    exchange: 40 - at,
  }));
  const other = { message: 'A GET was answered 429 and sent again after 1 s.' };
  const waits = [
    { what: 'gone', exchange: 3, ms: 5800, asked: 11 },
    { what: 'installed', exchange: 1, ms: 4999, asked: 2 },
  ];
  const text = terminal({ ...CONFORMANT, report: { ...CONFORMANT.report, notes: [...notes, other], waits } });
  expect(text.join('\n')).toContain(
    'Notes\n  A GET was answered 503 and sent again after … s. (40 times)\n  A GET was answered 429 and sent again after 1 s.\n',
  );
  expect(text.filter((line) => line.endsWith('exchange 3: gone after 5.8 s, asked 11 times'))).toHaveLength(
    1,
  );
  expect(text.join('\n')).not.toContain('installed after');
});

test('notes of one kind differ in numbers alone, and a status is none of those', () => {
  const kinds = noteKinds([
    { message: 'It took 2 s.', exchange: 7 },
    { message: 'Another.' },
    { message: 'It took 300 s.', exchange: 3 },
    { message: 'It took 2 s.', exchange: 7 },
    { message: '`pool-1` was answered 400.' },
    { message: '`pool-2` was answered 400.' },
    { message: '`pool-2` was answered 404.' },
  ]);
  expect(kinds).toEqual([
    { message: 'It took … s.', count: 3, exchanges: [3, 7] },
    { message: 'Another.', count: 1, exchanges: [] },
    { message: '`pool-1` was answered 400.', count: 1, exchanges: [] },
    { message: '`pool-2` was answered 400.', count: 1, exchanges: [] },
    { message: '`pool-2` was answered 404.', count: 1, exchanges: [] },
  ]);
});

test('a wait that was asked of once is told so', () => {
  expect(waitedText({ what: 'gone', ms: 840, asked: 1 })).toBe('gone after 840 ms, asked once');
});

test('texts are wrapped at blanks, by their width; long words are broken, URLs and commands are not', () => {
  expect(wrapped('aaaaaaaaa bbbbbbbbbb cccccccccc', 20)).toEqual(['aaaaaaaaa bbbbbbbbbb', 'cccccccccc']);
  expect(wrapped('漢字漢字漢字漢字漢字漢字', 20)).toEqual(['漢字漢字漢字漢字漢字', '漢字']);
  expect(wrapped(`a ${'x'.repeat(30)}`, 20)).toEqual(['a', 'x'.repeat(20), 'x'.repeat(10)]);
  const url = `https://example.com/${'x'.repeat(30)}`;
  expect(wrapped(`see ${url} there`, 20)).toEqual(['see', url, 'there']);
  const command = '`npx --no conformance sweep --all`';
  expect(wrapped(`Then ${command}, within 20 min.`, 20)).toEqual(['Then', `${command},`, 'within 20 min.']);
  // An accent that is put upon a letter, and a picture of several characters, are of one piece.
  expect(wrapped('e\u0301'.repeat(21), 20)).toEqual(['e\u0301'.repeat(20), 'e\u0301']);
  expect(wrapped('👩‍💻'.repeat(11), 20)).toEqual(['👩‍💻'.repeat(10), '👩‍💻']);
  expect(wrapped('', 20)).toEqual(['']);
  expect(hanging('  id  ', 'aaaaaaaaaa bbbbbbbbbb cccccccccc', { columns: 30 })).toEqual([
    '  id  aaaaaaaaaa bbbbbbbbbb',
    '      cccccccccc',
  ]);
  expect(firstLines(['aaaa', 'bbbb', 'cccc'], 2)).toEqual(['aaaa', 'bb …']);
});
