import { expect } from '@playwright/test';
import type { Body } from '../../src/engine/model/exchange.ts';
import { firstLook, firstLookPart } from '../../src/engine/report/html/first-look.ts';
import { jsonFault } from '../../src/engine/report/html/json-fault.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from './hostile.ts';

function bodyOf(data: string, more: Partial<Body> = {}): Body {
  return { encoding: 'utf-8', data, bytesOnWire: data.length, ...more };
}

function look(data: string, more: Partial<Body> = {}): string | null {
  return firstLook(bodyOf(data, more), []);
}

const missing = (pointer: string) => ({ code: 'missing', pointer });

test('the place of the first JSON error is told, with its line and a caret', () => {
  expect(look('{\n  "a": tru,\n  "b": }\n')).toBe(
    'The JSON breaks at line 2, column 8: `tru` stands where a value is expected.\n  "a": tru,\n       ^',
  );
  expect(look('{"a": [1, 2,]}')).toContain('line 1, column 13: `]` stands where a value is expected');
  expect(look("{'a': 1}")).toContain(
    "column 2: `'a'` stands where a name in double quotes or `}` is expected",
  );
  expect(look('{"a": 1')).toBe(
    'The JSON breaks at line 1, column 8: it ends where `,` or `}` is expected.\n{"a": 1\n       ^',
  );
  expect(look('{"a": "x\ny"}')).toContain('column 9: a line break stands where `"` is expected');
  expect(look('{"a": "x\ty"}')).toContain('column 9: `\\t` is not well-formed there');
  expect(look('["\\u12G4"]')).toContain('column 3: `\\u` is not well-formed there');
  expect(look('{} {}')).toContain('column 4: `{` stands where nothing more is expected');
  expect(look('[1 // one\n]')).toContain('`// one` stands where `,` or `]` is expected');
});

test('a fault far in a long line is shown with what is near it, whatever stands there', () => {
  const [sentence, line = '', caret = ''] = (look(`["${'a'.repeat(99_999)}", ${HOSTILE}]`) ?? '').split('\n');
  expect(sentence).toContain('line 1, column 100,005');
  expect(line.length).toBeLessThan(120);
  expect(line.slice(caret.indexOf('^'))).toMatch(/^<\/style>/);
  expect(look('[\u202E]')).toContain('\\u202e');
  expect(String(firstLookPart(bodyOf(`[${HOSTILE}`), []))).not.toContain('<script');
});

test('an error is found where JSON.parse finds one, and nowhere else', () => {
  const other: string[] = [];
  let tried = 0;
  const texts = [
    '{"a": [1, -2.5e+3, true, null, {"b": "c\\n\\u00e9"}], "d": {}, "e": []}',
    ' [ "x" , 0 , false ]\r\n',
    '"text"',
  ];
  for (const text of texts) {
    for (let at = 0; at <= text.length; at += 1) {
      for (const put of [
        '',
        '"',
        ',',
        ':',
        '{',
        '}',
        '[',
        ']',
        '0',
        '-',
        '.',
        'e',
        '\\',
        '/',
        '\n',
        '\t',
        '\f',
        'N',
        'é',
      ]) {
        for (const taken of [0, 1]) {
          const changed = text.slice(0, at) + put + text.slice(at + taken);
          if ((jsonFault(changed) === null) !== isJson(changed)) other.push(changed);
          tried += 1;
        }
      }
    }
  }
  expect(other).toEqual([]);
  expect(tried).toBeGreaterThan(2000);
  expect(jsonFault(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toBeNull();
  expect(jsonFault('['.repeat(1_000_000))).toEqual({
    offset: 1_000_000,
    found: '',
    expected: 'a value or `]`',
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a page of a gateway is told by its title, and an error document by its code', () => {
  const page = '<html>\r\n<head><title>502 Bad\n Gateway</title></head><body><h1>Other</h1></body></html>';
  expect(look(page)).toBe('An HTML page, titled "502 Bad Gateway".');
  expect(look(`\n<!-- made by a proxy --><!DOCTYPE HTML><HTML><TITLE lang="en">A &amp; B</TITLE>`)).toBe(
    'An HTML page, titled "A & B".',
  );
  expect(look('<!doctype html><p>No title')).toBe('An HTML page, without a title.');
  expect(look(`<html><title>${HOSTILE.replaceAll('<', '&lt;')}</title>`)).toMatch(
    /^An HTML page, titled "<\/style>[\s\S]*… \(\d+ characters\)"\.$/,
  );
  expect(look('<html>İİİİ<title>503</title>')).toBe('An HTML page, titled "503".');
  expect(look('<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>No.</Message></Error>')).toBe(
    'An XML document with the code "AccessDenied" and the message "No.".',
  );
  expect(look('<errors/>')).toBe('An XML document.');
  expect(look('<table>')).toContain('The JSON breaks at line 1, column 1');
  expect(look('<html-like>')).toContain('The JSON breaks');
  const bytes = Buffer.from('<html><title>502 \xe9</title>', 'latin1').toString('base64');
  expect(look(bytes, { encoding: 'base64' })).toBe('An HTML page, titled "502 \uFFFD".');
});

test('that all members stand below another is told where all do, and below one alone', () => {
  const findings = ['/kind', '/metadata', '/spec'].map(missing);
  const inner = { kind: 'Note', metadata: {}, spec: null };
  const text = (value: unknown) => bodyOf(JSON.stringify(value));
  expect(firstLook(text({ code: 0, data: inner }), findings)).toBe(
    'All 3 missing members stand below `/data`.',
  );
  expect(firstLook(text({ result: { 'a/b': inner } }), findings)).toBe(
    'All 3 missing members stand below `/result/a~1b`.',
  );
  expect(firstLook(text({ data: inner, other: inner }), findings)).toBeNull();
  expect(firstLook(text({ data: { kind: 'Note', metadata: {} } }), findings)).toBeNull();
  expect(firstLook(text({ data: [inner] }), findings)).toBeNull();
  expect(firstLook(text({ data: inner }), [...findings, missing('/status/phase')])).toBeNull();
  expect(firstLook(text({ data: inner }), [missing('/kind')])).toBeNull();
  expect(firstLook(text({ data: inner }), [{ code: 'type', pointer: '/kind' }])).toBeNull();
  expect(firstLook(text({ data: {} }), [missing('/toString'), missing('/constructor')])).toBeNull();
  expect(firstLook(bodyOf('null'), findings)).toBeNull();
});

test('of a body that is not there, or not as it came, nothing is told that is not sure', () => {
  expect(look('')).toBe('The body is empty.');
  expect(look(' \n')).toBe('The body is white space alone.');
  expect(look('\uFEFF{}')).toBeNull();
  expect(look('[1', { truncated: true })).toBeNull();
  expect(look('[1', { codingError: 'No coding is named so.' })).toBeNull();
  expect(look('It is not kept.', { notKept: 'It is not kept.' })).toBeNull();
  expect(look('AAEC/w==', { encoding: 'base64' })).toBeNull();
  const condensed = { bytes: 9_999_999, sha256: '', state: 'not-json', partial: false, whole: null } as const;
  expect(look('[1', { condensed })).toBeNull();
  expect(look('[1 2', { condensed })).toContain('column 4');
  expect(firstLookPart(bodyOf('{}'), [])).toBe('');
});
