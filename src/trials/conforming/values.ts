import fc from 'fast-check';
import type { Json, JsonObject } from '../../engine/json.ts';
import { digits } from './json-text.ts';

/** Names that trip programs over, and any other. */
export const memberName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    'a/b~c',
    '$ref',
    'length',
    'items',
    '名字',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

/** Texts of any characters, some of them long; halves of surrogate pairs too, which JSON has as escapes. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    'null',
    '\u2028\u0000\u007f',
    '\ud83d\ude00',
    '\ud800',
    '"\\/',
    'ß'.repeat(300),
    '-1',
  ),
);

/** Numbers that JSON allows, whatever JavaScript makes of them. */
export const number: fc.Arbitrary<Json> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc
    .constantFrom('9007199254740993', '123456789012345678901234567890', '1e400', '-0', '1E-400', '0.10')
    .map(digits),
);

/** Any JSON value of a few levels. */
export const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, [], {}),
    text,
    number,
    fc.array(tie('value'), { maxLength: 3 }),
    object(tie('value')),
  ),
})).value;

/** Objects with such values; a name stands once. */
export function object(inner: fc.Arbitrary<Json>, maxLength = 3): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(memberName, inner), { maxLength, selector: ([name]) => name })
    .map((members) => Object.fromEntries(members));
}

/** Arrays in one another, so many levels deep. */
export function nested(levels: number): Json {
  let inner: Json = [];
  for (let level = 1; level < levels; level += 1) inner = level % 2 === 0 ? [inner] : { deeper: inner };
  return inner;
}
