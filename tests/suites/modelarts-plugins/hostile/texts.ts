import fc from 'fast-check';
import { HOSTILE } from '../../../report/hostile.ts';

/** Names that JavaScript, JSON Pointer or a reader of JSON gives a meaning, and names that are no text. */
export const NAMES: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'],
  ...['', '0', '-1', '~', '~1', '/', 'a/b', '\ud800', '\udfff', '\u0000', '\uFEFFkind', 'kind', 'metadata'],
  ...['status', 'spec', 'items', 'error_code', 'creationTimestamp', 'template', 'name', HOSTILE],
];

const TRACES: readonly string[] = [
  'no\n\tat a.B.c(B.java:12)',
  'Traceback (most recent call last)',
  'panic: goroutine 7 [running]',
  'see main.rs:443 and /app/x.py:8080',
  'Caused by: java.lang.Error',
];

/** A text of any kind: ordinary, of any code unit, of the marks of JSON, or known to do harm somewhere. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map(ofUnits) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES, ...TRACES) },
);

/** A name of a member. */
export const anyName: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...NAMES), anyText);

/** A JSON value as it is written, or what looks like one: numbers beyond a double, escapes of half a character. */
export const anyToken: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['null', 'true', '0', '-0', '1e999', '-1e999', '1e-999', '9'.repeat(400), '0.1', '01', 'NaN', ''],
      ...['""', '"v2"', '"Plugin"', '"Deleting"', '"Running"', '"\\ud800"', '"\ud800"', '"\\udfff\\ud800"'],
      ...['"2025-03-17T12:29:18Z"', '"2025-03-17t13:29:18.000+01:00"', '"9999-99-99T99:99:99Z"', '"\\u0000"'],
      ...['[]', '{}', '[{}]', '{"__proto__":{"kind":1}}', '{"a":1,"a":2}', '[null,[],{"constructor":[]}]'],
      ...[
        '"A.0000"',
        '"ModelArts.50004000"',
        '"x\\tat a.B.c(B.java:1)"',
        nested(30),
        nested(998),
        nested(1001),
      ],
    ),
  },
  { weight: 3, arbitrary: anyText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.double().map(String) },
  { weight: 1, arbitrary: fc.bigInt().map(String) },
  {
    weight: 1,
    arbitrary: fc.dictionary(anyName, fc.jsonValue({ maxDepth: 2 })).map((one) => JSON.stringify(one)),
  },
);

/** Arrays in one another. */
export function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

function ofUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}
