import { expect } from '@playwright/test';
import { jsonLines } from '../../src/engine/report/html/json-lines.ts';
import { beginning, oneLine, shortened, visible } from '../../src/engine/report/inert.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from './hostile.ts';

test('every character that a viewer acts on or hides is written as an escape @slow', () => {
  for (let point = 0; point < 0x110000; point += 1) {
    const text = String.fromCodePoint(point);
    const isActive =
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) ||
      (point & 0xfffe) === 0xfffe ||
      (point >= 0xfdd0 && point <= 0xfdef);
    if (isActive && text !== '\n' && text !== '\t')
      expect(visible(text)).toMatch(/^\\(r|u[0-9a-f]{4}|u\{[0-9a-f]+\})$/);
    else if (visible(text) !== text) throw new Error(`U+${point.toString(16)} is changed.`);
  }
});

test('text that is not active stays as it is, letters of all scripts too', () => {
  const text = 'a\tb\nżółć 日本 עברית 🙂 "<&>';
  expect(visible(text)).toBe(text);
  expect(oneLine(text)).toBe('a\\tb\\nżółć 日本 עברית 🙂 "<&>');
  expect(visible(visible(HOSTILE))).toBe(visible(HOSTILE));
});

test('a text is shortened without halving a character, and says how long it was', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('abc… (4 characters)');
  expect(beginning('ab🙂d', 3)).toBe('ab');
  expect(beginning('ab🙂', 4)).toBe('ab🙂');
});

test('a pretty body keeps every token as it came', () => {
  const text = '{"a":1.0,"a":[1e999,{"b/c~":"\\u0041"},[],{}],"":{"":null}}';
  expect(jsonLines(text)).toEqual([
    '{',
    '  "a": 1.0,',
    '  "a": [',
    '    1e999,',
    '    {',
    '      "b/c~": "\\u0041"',
    '    },',
    '    [],',
    '    {}',
    '  ],',
    '  "": {',
    '    "": null',
    '  }',
    '}',
  ]);
});

test('what is no JSON, or too deep, is not made pretty', () => {
  expect(jsonLines('{"a": ')).toBeNull();
  expect(jsonLines(`${'['.repeat(8000)}${']'.repeat(8000)}`)).toBeNull();
  expect(jsonLines('"text"')).toEqual(['"text"']);
});
