import { expect } from '@playwright/test';
import { ExactNumber } from '../../src/engine/contract/exact-number.ts';
import { readBody } from '../../src/engine/judge/body/body.ts';
import { differences } from '../../src/engine/judge/body/differences.ts';
import { parseExactly } from '../../src/engine/judge/body/exact-json.ts';
import { sameJson } from '../../src/engine/judge/body/same-json.ts';
import { test } from '../own-test.ts';

const read = (data: string) => readBody({ encoding: 'utf-8', data, bytesOnWire: data.length }).value;

const TEXTS = [
  '{}',
  '[]',
  ' [ 1 , "a\\u00e9\\n\\"\\\\\\/" , true,false ,null, {"b":[{}],"":{"":-1.5}} ] ',
  '{"a":{"x":1},"a":{"y":2},"b":1,"10":1,"2":3}',
  '{"__proto__":{"a":1},"constructor":2}',
  '"\\ud800 \u2028"',
  '12',
  `${'['.repeat(1000)}${']'.repeat(1000)}`,
  `${'{"a":'.repeat(999)}1${'}'.repeat(999)}`,
];

test('what has no number of its own is read as `JSON.parse` reads it', () => {
  for (const text of TEXTS) {
    const value = parseExactly(text);
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    expect(value).toEqual(JSON.parse(text));
  }
});

test('a body is read with its numbers as they were written, wherever they stand', () => {
  expect(read('[1e400,{"a":9007199254740993},2,"1e400"]')).toEqual([
    new ExactNumber('1e400'),
    { a: new ExactNumber('9007199254740993') },
    2,
    '1e400',
  ]);
  expect(read('{"a":{"x":1e400},"a":{"x":1}}')).toEqual({ a: { x: 1 } });
  expect(read('-0')).toEqual(new ExactNumber('-0'));
  expect(Object.keys(Object(read('{"__proto__":2.0}')))).toEqual(['__proto__']);
  for (const broken of ['[1e400', '[01]', '[1.]', '[+1]', '[1e]', '[.5]', '[-]', '[1e400]]']) {
    expect([broken, read(broken)]).toEqual([broken, undefined]);
  }
});

test('equal is what has equal numbers, however they are written', () => {
  expect(sameJson(read('{"a":[2.0,1E2]}'), read('{"a":[2,100]}'))).toBe(true);
  expect(sameJson(read('[9007199254740993]'), read('[9007199254740992]'))).toBe(false);
  expect(sameJson(read('[1e400]'), read('[1e401]'))).toBe(false);
  expect(sameJson(read('[1e400]'), read('["1e400"]'))).toBe(false);
  expect(sameJson(read('[1e400]'), read('[{}]'))).toBe(false);
});

test('a difference is told where it stands, with both values', () => {
  const one = { custom: { ndots: '8', on: true, list: [1, { a: 1 }] }, gone: {}, 'a/b': 1 };
  const other = { 'a/b': 2, custom: { list: [1, { a: 2 }, 3], on: 'true', ndots: '9' }, more: null };
  expect(differences(one, other)).toEqual([
    { pointer: '/custom/ndots', one: '8', other: '9' },
    { pointer: '/custom/on', one: true, other: 'true' },
    { pointer: '/custom/list/1/a', one: 1, other: 2 },
    { pointer: '/custom/list/2', one: undefined, other: 3 },
    { pointer: '/gone', one: {}, other: undefined },
    { pointer: '/a~1b', one: 1, other: 2 },
    { pointer: '/more', one: undefined, other: null },
  ]);
  expect(differences({ a: [] }, { a: {} })).toEqual([{ pointer: '/a', one: [], other: {} }]);
  expect(differences(1, 2)).toEqual([{ pointer: '', one: 1, other: 2 }]);
  expect(differences(one, structuredClone(one))).toEqual([]);
});

test('what equals an alternative at its place is no difference', () => {
  const [shown, listed] = [
    { a: 1, b: { c: 1 }, d: 4 },
    { a: 2, b: { c: 1, extra: 1 } },
  ];
  expect(differences(shown, { a: 2, b: { c: 1, extra: 1 }, d: 4 }, [listed])).toEqual([]);
  expect(differences(shown, { a: 1, b: { c: 1 } }, [listed])).toEqual([]);
  expect(differences(shown, { a: 3, b: { c: 1, extra: 2 } }, [listed])).toEqual([
    { pointer: '/a', one: 1, other: 3 },
    { pointer: '/b/extra', one: undefined, other: 2 },
  ]);
  expect(differences({ b: null }, { b: { c: 2 } }, [{ b: { c: 1 } }])).toEqual([
    { pointer: '/b/c', one: 1, other: 2 },
  ]);
});

test('differences are few, and found without recursion', () => {
  const many = Array.from({ length: 200_000 }, (_, at) => at);
  expect(differences(many, many.toReversed())).toHaveLength(20);
  expect(differences(many, [])[19]).toEqual({ pointer: '/19', one: 19, other: undefined });
  const deep = (end: number) => read(`${'['.repeat(999)}${end}${']'.repeat(999)}`);
  expect(differences(deep(1), deep(2))).toEqual([{ pointer: '/0'.repeat(999), one: 1, other: 2 }]);
});

test('numbers with huge exponents, and millions of them, are compared without being worked out', () => {
  const data = `[${'1e999999999,'.repeat(50_000)}0]`;
  expect(sameJson(read(data), read(` ${data}`))).toBe(true);
  expect(sameJson(read(`[1e${'9'.repeat(2_000_000)}]`), read(`[1e${'9'.repeat(2_000_000)},2]`))).toBe(false);
});
