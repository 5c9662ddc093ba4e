import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { documentedAnswer } from '../../src/engine/contract/answer-key.ts';
import { loadContract } from '../../src/engine/contract/contract.ts';
import { untoldNotes } from '../../src/engine/report/untold.ts';
import { test } from '../own-test.ts';

const TESTED = [{ id: 'DeleteNote', slug: 'delete' }];
const ERROR = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };

/** Loads a description of one operation that has these answers. */
async function contractOf(responses: object) {
  const path = test.info().outputPath('notes.yaml');
  const description = {
    openapi: '3.1.1',
    info: { title: 'Notes', version: '1' },
    paths: { '/notes': { delete: { operationId: 'DeleteNote', responses } } },
  };
  writeFileSync(path, JSON.stringify(description));
  const contract = await loadContract({ file: pathToFileURL(path), tested: TESTED });
  const operation = contract.operations.get('DeleteNote');
  if (operation === undefined) throw new Error('There is the operation.');
  const of = (key: string) => {
    const found = operation.responses.get(key);
    if (found === undefined) throw new Error(`There is no ${key}.`);
    return found;
  };
  return { operation, of, notes: untoldNotes(contract, TESTED).map(({ message }) => message) };
}

test('a status is its own answer, else that of its range, else the one of all others @slow', async () => {
  const description = 'It is so.';
  const all = {
    204: { description },
    '4XX': { description },
    404: { description },
    default: { description },
  };
  const { operation } = await contractOf(all);
  expect([...operation.responses.keys()]).toEqual(['204', '404', '4XX', 'default']);
  const keyOf = (status: number) => documentedAnswer(operation, status)?.key;
  expect([204, 404, 409, 200, 503].map(keyOf)).toEqual(['204', '404', '4XX', 'default', 'default']);
  const { default: _, ...some } = all;
  expect(documentedAnswer((await contractOf(some)).operation, 503)).toBeUndefined();
});

test('an answer without content has no body, and is no error', async () => {
  const { of, notes } = await contractOf({
    204: { description: 'Gone.' },
    202: { description: 'Soon.', content: {} },
  });
  for (const key of ['204', '202']) {
    const { content, mediaTypes, fields, judgedAs, validate } = of(key);
    expect([content, mediaTypes, fields, judgedAs]).toEqual(['none', [], [], null]);
    expect(validate({ any: 'body' })).toEqual([]);
  }
  expect(notes).toEqual([]);
});

test('a body that HTTP has no place for is told, and is none', async () => {
  const content = { 'application/json': { schema: ERROR } };
  const { of, notes } = await contractOf({ 204: { description: 'Gone.', content } });
  expect([of('204').content, of('204').fields]).toEqual(['none', []]);
  expect(notes).toEqual([
    'The description has `application/json` as the body of the 204, which by HTTP has none.',
  ]);
});

test('what has no schema, or is no JSON, is told, and nothing is said of what it holds', async () => {
  const { of, notes } = await contractOf({
    200: { description: 'JSON.', content: { 'Application/JSON; charset=utf-8': {} } },
    400: { description: 'A text.', content: { 'text/plain': { schema: { type: 'string' } } } },
  });
  expect([of('200').content, of('200').mediaTypes, of('200').fields]).toEqual([
    'json',
    ['application/json'],
    [],
  ]);
  expect([of('400').content, of('400').mediaTypes, of('400').judgedAs]).toEqual([
    'other',
    ['text/plain'],
    null,
  ]);
  expect(notes).toEqual([
    'What the 200 has in its body as `application/json` is not judged: the description has no schema of JSON for it.',
    'What the 400 has in its body as `text/plain` is not judged: the description has no schema of JSON for it.',
  ]);
});

test('of several media types the first that is JSON and has a schema judges, and the others are told', async () => {
  const content = {
    'text/html': { schema: { type: 'string' } },
    'application/problem+json': { schema: ERROR },
    'application/json': { schema: { type: 'object' } },
  };
  const { of, notes } = await contractOf({ default: { description: 'A problem.', content } });
  const answer = of('default');
  expect([answer.content, answer.judgedAs]).toEqual(['json', 'application/problem+json']);
  expect(answer.validate({}).map(({ message }) => message)).toEqual(['`title` is missing.']);
  expect(notes).toEqual([
    'What the answer of any other status has in its body as `text/html` or `application/json` is not judged: it is the schema of `application/problem+json` that judges.',
  ]);
});

test('where a media type comes from is said beside it, else the description is where', async () => {
  const source = { basis: 'http', clause: 'A page', breaks: { basis: 'sibling', note: 'Another page.' } };
  const { of } = await contractOf({
    200: { description: 'Told.', content: { 'application/json': { 'x-source': source, schema: ERROR } } },
    400: { description: 'Not told.', content: { 'application/json': { schema: ERROR } } },
  });
  expect(of('200').mediaSource).toEqual(source);
  expect(of('400').mediaSource).toBeNull();
});
