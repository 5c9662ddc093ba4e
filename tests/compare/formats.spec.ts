import { expect } from '@playwright/test';
import pc from 'picocolors';
import { compareHtml } from '../../src/engine/compare/formats/html.ts';
import { compareJson } from '../../src/engine/compare/formats/json.ts';
import { compareMarkdown } from '../../src/engine/compare/formats/markdown.ts';
import { compareTerminal } from '../../src/engine/compare/formats/text.ts';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { columnsOf } from '../../src/engine/report/wrapped.ts';
import { A, B, F, G, KEYS } from '../history/lines.ts';
import { test } from '../own-test.ts';
import { shown } from '../report/rendered.ts';
import { EIGHT, HOSTILE_ONES, type Labelled, sideBySide } from './nights.ts';

const LOOK = { colors: pc.createColors(false), columns: 80 };

/** As many reports, of which every tenth fails. */
function many(count: number): readonly Labelled[] {
  return Array.from(
    { length: count },
    (_, at): Labelled => [`region-${at}`, at % 10 === 0 ? { [A]: [F] } : at === 7 ? { [A]: [G] } : {}],
  );
}

const fits = ownSchema('compare.schema.json');

for (const [name, nights] of [
  ['eight reports', EIGHT],
  ['hostile ones', HOSTILE_ONES],
  ['500 reports', many(500)],
] as const) {
  for (const all of [false, true]) {
    test(`${name}, ${all ? 'all rows' : 'rows that differ'}: the JSON is as its schema has it, and of ASCII alone`, () => {
      const text = compareJson(sideBySide(nights, { all }), KEYS);
      expect(text).toMatch(/^[\n -~]*\n$/);
      expect([fits(JSON.parse(text)), fits.errors]).toEqual([true, null]);
      expect(JSON.parse(text).reports[0]).toMatchObject({
        label: nights[0]?.[0],
        target: { poolName: expect.any(String) },
      });
    });
  }
}

test('the terminal says of each row which reports have which outcome', () => {
  const lines = compareTerminal(sideBySide(EIGHT), LOOK);
  expect(lines.slice(0, 2)).toEqual([
    '3 of 3 requirements differ.',
    '8 reports side by side: 4 conformant, 3 non-conformant, 1 inconclusive.',
  ]);
  const text = lines.join('\n');
  expect(text).toContain(
    [
      `${A}`,
      `  MUST hold ${A}`,
      '  violated a      eu-nl',
      '                  It does not.',
      '  violated b      us-east',
      '                  It does not.',
      '  violated c      us-west',
      '                  It does not.',
      '  passed          5 of 8',
    ].join('\n'),
  );
  expect(text).toContain('  not in this report nowhere');
  expect(text).toContain('The versions of the suite differ: `0.1.0` in `eu-de`, `eu-nl`, `us-east` and 4');
});

test('the terminal has 80 columns, whatever reports are called, and names a few of many', () => {
  for (const nights of [EIGHT, HOSTILE_ONES, many(500)]) {
    const lines = compareTerminal(sideBySide(nights, { all: true }), LOOK);
    expect(lines.filter((line) => columnsOf(line) > 80 && !line.includes('://'))).toEqual([]);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
  const text = compareTerminal(sideBySide(many(500)), LOOK).join('\n');
  expect(text).toContain('  violated a      region-0, region-10, region-20 and 47 others');
  expect(text).toContain('  violated b      region-7');
  expect(text).toContain('  passed          449 of 500');
  expect(text.split('\n').length).toBeLessThan(20);
});

test('where nothing differs each format says so', () => {
  const same = sideBySide([
    ['a', { [A]: [F] }],
    ['b', { [A]: [F] }],
  ]);
  expect(compareTerminal(same, LOOK)[0]).toBe('No requirement differs.');
  expect(compareMarkdown(same)).toMatch(/^# No requirement differs\n/);
  const page = compareHtml(same);
  expect(page).toContain('All 3 have the same outcome in each report');
  expect(page).not.toContain('<table');
  expect(
    compareTerminal(
      sideBySide(
        [
          ['a', {}],
          ['b', {}],
        ],
        { all: true },
      ),
      LOOK,
    ).join('\n'),
  ).toContain('  passed          all 2');
});

test('the page has a column for each report that is unlike the others, and the names of all', () => {
  const comparison = sideBySide(many(500));
  const page = compareHtml(comparison);
  expect(comparison.columns.map((column) => column.length)).toEqual([50, 449, 1]);
  expect(page.match(/<th scope="col">/g)).toHaveLength(4);
  expect(page).toContain('449 reports alike');
  for (const at of [0, 250, 499]) expect(page).toContain(`<b>region-${at}</b>`);
  expect(page.length).toBeLessThan(600_000);
});

test('a summary has at most a megabyte, and leaves out reports before it is cut', () => {
  const long = 'x'.repeat(5000);
  const nights = many(500).map(
    ([label, night], at): Labelled => [`${label}-${long}`, { ...night, [B]: [`${at}`.padStart(12, '0')] }],
  );
  const text = compareMarkdown(sideBySide(nights));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
  expect(text).toContain('440 more in compare.html');
});

test("GitHub shows two tables, and no more of a target's own @slow", async () => {
  const { tags, rows, links } = await shown(compareMarkdown(sideBySide(HOSTILE_ONES, { all: true })));
  const ours = ['a', 'code', 'h1', 'p', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr'];
  expect(tags.filter((tag) => !ours.includes(tag))).toEqual([]);
  expect(links).toEqual(['compare.html']);
  expect([...new Set(rows.map((row) => row.length))].sort()).toEqual([2, 4]);
  // Of two requirements the same is told.
  expect(rows).toHaveLength(1 + 3 + 1 + 2);
});
