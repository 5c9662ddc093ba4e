import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { requirements } from '../../../src/engine/judge/requirements.ts';
import { ADDED_IN } from '../../../src/suites/modelarts-plugins/added-in.ts';
import { pluginsContract } from '../../../src/suites/modelarts-plugins/load.ts';
import { edited } from '../../contract/broken-description.ts';
import { REQUIREMENT_IDS } from '../../mock/requirement-ids.ts';
import { test } from '../../own-test.ts';
import { given } from './given.ts';

const { contract, suite } = given;
const ids = requirements(given).map(({ id }) => id);

test('no id of the snapshot is ever gone, and a new one is written into it', () => {
  const snapshot = readFileSync(new URL('requirement-ids.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(snapshot.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !snapshot.includes(id))).toEqual([]);
});

test('what came with a later version is a requirement, and the version says when', () => {
  expect(Object.keys(ADDED_IN).filter((id) => !ids.includes(id))).toEqual([]);
  for (const version of Object.values(ADDED_IN)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the ids are those that the mock knows how to break, each once', () => {
  expect([...ids].sort()).toEqual([...REQUIREMENT_IDS].sort());
});

test('what tells of the instance is compared because the description marks it, and a mark that nobody knows is an error', () => {
  const operation = contract.operations.get('DeletePlugin');
  const answer = operation?.responses.get('200');
  if (operation === undefined || answer === undefined) throw new Error('The contract has a 200.');
  const withMarks = (change: (path: string) => string | null | undefined) => {
    const fields = answer.fields.map(({ instance, ...field }) => {
      const as = change(field.path) ?? (change(field.path) === null ? undefined : instance?.as);
      return as === undefined ? field : { ...field, instance: { ...instance, as } };
    });
    const responses = new Map(operation.responses).set('200', { ...answer, fields });
    const operations = new Map(contract.operations).set('DeletePlugin', { ...operation, responses });
    return requirements({ suite, contract: { ...contract, operations } }).map(({ id }) => id);
  };
  expect(withMarks(() => undefined)).toEqual(ids);
  const left = withMarks((path) => (path === 'metadata.name' ? null : undefined));
  expect(ids.filter((id) => !left.includes(id))).toEqual(['delete.200.instance.name']);
  expect(() => withMarks((path) => (path === 'kind' ? 'colour' : undefined))).toThrow('`colour`');
});

const ANSWERS = '/paths/~1v2~1{project_id}~1pools~1{pool_name}~1plugins~1{template_name}/delete/responses';
const OF_ERROR = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };

/** What a copy of the description that has one more answer adds to the requirements. */
async function gainedBy(key: string, more: object): Promise<readonly string[]> {
  const path = test.info().outputPath(`with-${key}.json`);
  writeFileSync(path, edited(`${ANSWERS}/${key}`, { description: 'More.', ...more }));
  const described = await pluginsContract({ file: pathToFileURL(path), cache: null });
  const all = requirements({ suite, contract: described }).map(({ id }) => id);
  expect(all.filter((id) => ids.includes(id))).toEqual(ids);
  return all.filter((id) => !ids.includes(id));
}

for (const key of ['409', '5XX', 'default']) {
  test(`a description that documents \`${key}\` has what is demanded of a 400's body of that answer too @slow`, async () => {
    const of400 = ids.filter((id) => /^delete\.400\.(media-type|json|members|body)/.test(id));
    expect(of400.length).toBeGreaterThan(8);
    expect(await gainedBy(key, { content: OF_ERROR })).toEqual(of400.map((id) => id.replace('400', key)));
  });
}

test('a description that documents a 204 has one requirement of it: no body @slow', async () => {
  expect(await gainedBy('204', {})).toEqual(['delete.204.body']);
});
