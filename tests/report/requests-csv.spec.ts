import { expect } from '@playwright/test';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import { reportRequestsCsv } from '../../src/engine/report/requests-csv.ts';
import { test } from '../own-test.ts';
import { BIDI, HOSTILE } from './hostile.ts';
import { SAMPLE } from './sample.ts';
import { AT, answer, EXCHANGES, exchange, LIST } from './sample-exchanges.ts';

const HEADER = ['index', 'time', 'method', 'path', 'status', 'request id', 'purpose'];

/** The cells of a file by RFC 4180: a line ends in CRLF, a quote in a quoted cell is doubled. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const line = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g;
  expect(csv).toMatch(/\r\n$/);
  return csv
    .slice(0, -2)
    .split('\r\n')
    .map((text) => {
      const cells = [...text.matchAll(line)];
      // Each character is of a cell.
      expect(cells.map(([whole]) => whole).join('')).toBe(text);
      return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    });
}

function rowsOf(exchanges: readonly Exchange[]): readonly (readonly string[])[] {
  const [header, ...rows] = cellsOf(reportRequestsCsv({ ...SAMPLE, exchanges }));
  expect(header).toEqual(HEADER);
  expect(rows.filter((row) => row.length !== HEADER.length)).toEqual([]);
  return rows;
}

/** The cell of a request's own name, where the target calls it so. */
function requestIdCell(value: string): string {
  const response = { ...answer(200, {}), headers: [['Note-Request', value]] as const };
  return rowsOf([exchange({ response })])[0]?.[5] ?? '';
}

test('each request has a row with what its target is asked to look up', () => {
  const rows = rowsOf(EXCHANGES);
  expect(rows.map(([index]) => index)).toEqual(EXCHANGES.map(({ index }) => String(index)));
  const at = '/v1/ada/notebooks/kitchen/notes';
  expect(rows[0]).toEqual(['0', '2025-03-17T12:29:18.000Z', 'GET', at, '200', '', 'what is there']);
  expect(rows[AT.wrongToken]?.slice(2)).toEqual([
    ...['DELETE', `${at}/groceries`, '400', '', 'DELETE with a wrong token'],
  ]);
  // No answer, no status; the query is there, the host is not.
  expect(rows[AT.silent]?.[4]).toBe('');
  expect(rows.at(-1)?.[3]).toBe(`${at}/groceries?detail=true&a=1&a=2`);
  expect(reportRequestsCsv(SAMPLE)).not.toContain('notes.example.com');
});

test('the name of a request is that of the header which the suite names, in any letter case', () => {
  expect(requestIdCell('9f3d, "quoted"')).toBe('9f3d, "quoted"');
  expect(rowsOf([exchange({ response: null })])[0]?.[5]).toBe('');
});

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', `=cmd|' /C calc'!A0`, '=HYPERLINK("http://x.example";"a")'],
  // Wide and small look-alikes, the minus sign, and blanks of all kinds before them.
  ...[
    '\uFF1D1',
    '\uFF0B1',
    '\uFE631',
    '\uFF20a',
    '\u22121',
    ' =1',
    '\u00A0=1',
    '\u3000=1',
    '\u3164=1',
    '\u0301=1',
  ],
];

test('no cell begins with what a spreadsheet acts on, and without its apostrophe it is what was sent', () => {
  for (const text of FORMULAS) {
    const cell = requestIdCell(text);
    expect([text, cell]).toEqual([text, `'${text.replaceAll(';', '\\u003b')}`]);
  }
  // So that the first apostrophe of a cell is always ours.
  expect(requestIdCell("'=1")).toBe("''=1");
  expect(requestIdCell('9=1')).toBe('9=1');
});

test('a tab, a line break and what is not seen are escapes, wherever they stand', () => {
  expect(requestIdCell('\t=1')).toBe('\\t=1');
  expect(requestIdCell('\r\n=1')).toBe('\\r\\n=1');
  expect(requestIdCell('\uFEFF=1')).toBe('\\ufeff=1');
  expect(requestIdCell('a;=1')).toBe('a\\u003b=1');
  const request = { method: HOSTILE, url: `${LIST}/${BIDI}${HOSTILE}` };
  const probe = { request, purpose: 'probe', probe: HOSTILE, startedAt: HOSTILE } as const;
  const csv = reportRequestsCsv({ ...SAMPLE, exchanges: [exchange(probe)] });
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(cellsOf(csv)).toHaveLength(2);
});

test('a cell is no longer than a spreadsheet takes', () => {
  const cell = requestIdCell('x'.repeat(100_000));
  expect(cell).toBe(`${'x'.repeat(4096)}… (100000 characters)`);
});
