import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { loadContract } from '../../src/engine/contract/contract.ts';
import { untoldNotes } from '../../src/engine/report/untold.ts';
import { test } from '../own-test.ts';

/** Loads a description of one operation, with this schema of its 200 and nothing that only this suite knows. */
async function contractOf(schema: unknown, schemas: object = {}) {
  const path = test.info().outputPath('notes.yaml');
  const content = { 'application/json': { schema } };
  const description = {
    openapi: '3.1.1',
    info: { title: 'Notes', version: '1' },
    paths: {
      '/notes/{note}': {
        delete: {
          operationId: 'DeleteNote',
          parameters: [{ name: 'note', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: 'It is deleted.', content } },
        },
      },
    },
    components: { schemas },
  };
  writeFileSync(path, JSON.stringify(description));
  const tested = [{ id: 'DeleteNote', slug: 'delete' }];
  const contract = await loadContract({ file: pathToFileURL(path), tested });
  const response = contract.operations.get('DeleteNote')?.responses.get('200');
  if (response === undefined) throw new Error('There is no 200.');
  const notes = untoldNotes(contract, tested).map(({ message }) => message);
  return { ...response, notes, readings: contract.readings };
}

const AT = '/paths/~1notes~1{note}/delete/responses/200';

test('what has no source is documented, and its clause is its place', async () => {
  const schema = { type: 'object', properties: { a: { type: 'string' }, b: true } };
  const { basis, clause, fields, readings } = await contractOf(schema);
  expect([basis, clause, readings]).toEqual(['documented', AT, []]);
  const inSchema = `${AT}/content/application~1json/schema`;
  expect(fields.map((one) => [one.path, one.basis, one.clause])).toEqual([
    ['', 'documented', inSchema],
    ['a', 'documented', `${inSchema}/properties/a`],
    ['b', 'documented', `${inSchema}/properties/b`],
  ]);
});

/** A schema of a member, what is expected of it in words, values that fit it, and others with what is said of them. */
const SCHEMAS: readonly (readonly [
  object | boolean,
  string,
  readonly unknown[],
  Readonly<Record<string, string>>,
])[] = [
  [{ type: ['string', 'null'] }, 'a string or null', ['a', null], { '1': '`a` is not a string or null.' }],
  [{}, 'any JSON value', [1, 'a', null, {}], {}],
  [true, 'any JSON value', [[]], {}],
  [
    { type: 'string', minLength: 2, maxLength: 3 },
    'a string of at least 2 and at most 3 characters',
    ['ab', 'abc'],
    { '"abcd"': '`a` is too long.', '"a"': '`a` is too short.' },
  ],
  [
    { type: 'integer', minimum: 1, exclusiveMaximum: 10, multipleOf: 3 },
    'an integer, at least 1, less than 10, a multiple of 3',
    [3, 9],
    { '12': '`a` is too large.', '4': '`a` does not fit its schema.', '0': '`a` is too small.' },
  ],
  [
    {
      oneOf: [
        { type: 'string' },
        { type: 'object', required: ['x'], properties: { x: { type: 'integer' } } },
      ],
    },
    'any JSON value',
    ['a', { x: 1 }],
    { '{}': '`a` does not fit its schema.', '5': '`a` does not fit its schema.' },
  ],
  [{ not: { type: 'null' } }, 'any JSON value', [1], { null: '`a` does not fit its schema.' }],
  [
    { type: 'array', items: { type: 'integer' }, uniqueItems: true, maxItems: 2 },
    'an array, each item an integer',
    [[], [1, 2]],
    { '[1,1]': '`a` does not fit its schema.', '[1,"b"]': '`a[1]` is not an integer.' },
  ],
  [
    { type: 'object', patternProperties: { '^x-': { type: 'string' } }, properties: { b: { type: 'null' } } },
    'an object',
    [{ 'x-1': 'a', b: null, c: 1 }],
    { '{"x-1":1}': 'A value in `a` does not fit its schema.' },
  ],
  [
    {
      type: 'object',
      required: ['example'],
      properties: { example: { type: 'string', example: 'a' } },
      xml: { name: 'a' },
    },
    'an object',
    [{ example: 'b' }],
    { '{}': '`a.example` is missing.', '{"example":1}': '`a.example` is not a string.' },
  ],
];

for (const [schema, expected, fitting, others] of SCHEMAS) {
  test(`a member may be described by ${JSON.stringify(schema)}`, async () => {
    const { fields, validate, undocumented } = await contractOf({
      type: 'object',
      properties: { a: schema },
    });
    expect(fields.find(({ path }) => path === 'a')?.expected).toBe(expected);
    for (const value of fitting) {
      expect([value, validate({ a: value }), undocumented({ a: value }).pointers]).toEqual([value, [], []]);
    }
    for (const [text, message] of Object.entries(others)) {
      const errors = validate({ a: JSON.parse(text) }).map((error) => error.message);
      expect([text, errors]).toEqual([text, [message]]);
    }
  });
}

test('what contains itself is described once, and judged however deep', async () => {
  const tree = { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } };
  const { fields, validate } = await contractOf({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
  expect(fields.map(({ path }) => path)).toEqual(['', 'left']);
  expect(validate({ left: { left: { left: {} } } })).toEqual([]);
  expect(validate({ left: { left: { left: 1 } } })).toMatchObject([
    { field: 'left', pointer: '/left/left/left' },
  ]);
});

test('members that no page names are told but where the description leaves others open, and then a note says so', async () => {
  const inner = { type: 'object', properties: { a: { type: 'string' } } };
  const properties = {
    plain: inner,
    closed: { ...inner, additionalProperties: false },
    open: { ...inner, additionalProperties: true },
    bounded: { ...inner, minProperties: 1, propertyNames: { type: 'string', maxLength: 9 } },
    list: { type: 'array', items: inner, minItems: 1 },
    choice: {
      ...inner,
      anyOf: [
        { type: 'object', maxProperties: 0 },
        { type: 'object', minProperties: 2 },
      ],
    },
  };
  const { undocumented, validate, notes } = await contractOf({ type: 'object', properties });
  const body = {
    plain: { x: 1 },
    bounded: { x: 1 },
    list: [{ x: 1 }],
    closed: { a: '' },
    open: { x: 1 },
    choice: { x: 1, y: 2 },
  };
  expect(undocumented(body).pointers).toEqual(['/plain/x', '/bounded/x', '/list/0/x']);
  expect(validate(body)).toEqual([]);
  expect(validate({ closed: { x: 1 } })).toHaveLength(1);
  expect(notes).toEqual([
    'What no page names in `open` of the 200 is not told: the description has `additionalProperties` there.',
    'What no page names in `choice` of the 200 is not told: the description has `anyOf` there.',
  ]);
});

test('a large value that is judged as a whole has its first error told @slow', async () => {
  const schema = { type: 'array', items: { type: 'integer' }, uniqueItems: true };
  const { validate } = await contractOf(schema);
  const many = Array.from({ length: 3000 }, (_, index) => index);
  expect(validate(many)).toEqual([]);
  expect(validate([...many, 'a', 'b'])).toHaveLength(1);
});
