import { test } from '@playwright/test';
import { edited, expectStop } from './broken-description.ts';

const VALUES = '/components/schemas/PluginStatus/properties/values';
const BODY =
  '/paths/~1v2~1{project_id}~1pools~1{pool_name}~1plugins~1{template_name}/delete/requestBody/content/application~1json/schema';
const SOURCE = { 'x-source': { basis: 'documented', clause: 'somewhere' } };

/** What is wrong with the schema of `status.values`, and a part of the sentence. */
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

for (const [title, schema, reason] of BROKEN) {
  const sentence = new RegExp(`The schema at \`.*\` does not compile: .*(${reason.source})`);
  test(`a schema with ${title} stops with one sentence and the place`, () =>
    expectStop(edited(VALUES, { ...schema, ...SOURCE }), VALUES, sentence));
}

test('a schema that refers to itself stops with one sentence and the place', () =>
  expectStop(edited(VALUES, { $ref: `#${VALUES}`, ...SOURCE }), VALUES, /refers to itself/));

test('a broken schema that nothing uses stops too', () =>
  expectStop(edited('/components/schemas/Unused', { type: 'strnig' }), '/components/schemas/Unused', /type/));

test('a broken schema of a request stops too', () =>
  expectStop(edited(BODY, { type: 'objct' }), BODY, /does not compile/));

test('a broken schema of a parameter stops too', () =>
  expectStop(
    edited('/components/parameters/PoolName/schema', { type: 'strnig' }),
    '/components/parameters/PoolName/schema',
    /does not compile/,
  ));

test('a broken schema deep in a list of schemas stops too', () =>
  expectStop(edited(VALUES, { allOf: [true, { type: 'strnig' }] }), `${VALUES}/allOf/1`, /does not compile/));
