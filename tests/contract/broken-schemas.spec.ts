import { readFileSync } from 'node:fs';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { DESCRIPTION, notesContract } from '../suites/notes/run.ts';
import { edited, expectStop } from './broken-description.ts';

const VALUES = '/components/schemas/Problem/properties/detail';
const BODY =
  '/paths/~1v1~1{account}~1notebooks~1{notebook}~1notes/post/requestBody/content/application~1json/schema';
const SOURCE = { 'x-source': { basis: 'documented', clause: 'somewhere' } };

const TEXT = readFileSync(DESCRIPTION, 'utf8');

/** Asserts that loading stops where the description has this schema at a pointer, at that place or below it. */
function stops(pointer: string, schema: object, sentence: RegExp, at = pointer): Promise<void> {
  return expectStop(edited(pointer, schema, TEXT), at, sentence, notesContract);
}

/** What is wrong with the schema of a problem's `detail`, and a part of the sentence. */
const BROKEN: readonly (readonly [string, object, RegExp])[] = [
  ['a misspelt type', { type: 'strnig' }, /type must be/],
  ['a type in capitals', { type: 'String' }, /type must be/],
  ['a misspelt keyword', { type: 'string', patern: 'a' }, /unknown keyword: "patern"/],
  ['an unknown extension', { type: 'string', 'x-clause': 'a' }, /unknown keyword: "x-clause"/],
  ['an unknown format', { type: 'string', format: 'date-tiem' }, /unknown format "date-tiem"/],
  ['a pattern that is none', { type: 'string', pattern: '[' }, /[Ii]nvalid regular expression|pattern/],
  ['options that are no list', { type: 'string', enum: 'a' }, /enum must be array/],
  ['no options', { type: 'string', enum: [] }, /enum/],
  ['members that are no object', { type: 'object', properties: [] }, /properties must be object/],
  ['a list of required members that is none', { type: 'object', required: true }, /required must be array/],
  [
    'a member required twice',
    { type: 'object', required: ['a', 'a'], properties: { a: SOURCE } },
    /required/,
  ],
  ['a negative length', { type: 'string', minLength: -1 }, /minLength must be >= 0/],
  ['a keyword of another type', { type: 'string', minimum: 1 }, /missing type "number(,integer)?"/],
  [
    'a required member that is not described',
    { type: 'object', required: ['a'], properties: {} },
    /required property "a"/,
  ],
];

for (const [at, [title, schema, reason]] of BROKEN.entries()) {
  const sentence = new RegExp(`The schema at \`.*\` does not compile: .*(${reason.source})`);
  test(`a schema with ${title} stops with one sentence and the place${slowIf(at > 1)}`, () =>
    stops(VALUES, { ...schema, ...SOURCE }, sentence));
}

test('a schema that refers to itself stops with one sentence and the place', () =>
  stops(VALUES, { $ref: `#${VALUES}`, ...SOURCE }, /refers to itself/));

test('a broken schema that nothing uses stops too @slow', () =>
  stops('/components/schemas/Unused', { type: 'strnig' }, /type/));

test('a broken schema of a request stops too @slow', () =>
  stops(BODY, { type: 'objct' }, /does not compile/));

test('a broken schema of a parameter stops too @slow', () =>
  stops('/components/parameters/notebook/schema', { type: 'strnig' }, /does not compile/));

test('a broken schema deep in a list of schemas stops too', () =>
  stops(VALUES, { allOf: [true, { type: 'strnig' }] }, /does not compile/, `${VALUES}/allOf/1`));
