import { expect } from '@playwright/test';
import { idOf } from '../../../src/engine/judge/demands.ts';
import { requirements } from '../../../src/engine/judge/requirements.ts';
import type { Contract, Field } from '../../../src/engine/model/contract.ts';
import { scenarios } from '../../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../../own-test.ts';
import { contract, given } from './given.ts';

const operation = contract.operations.get('DeletePlugin');
const fieldsOf = (status: number): readonly Field[] => operation?.responses.get(String(status))?.fields ?? [];

/** The titles of the fields of an answer, by path. */
function titles(of: Contract, status: number): ReadonlyMap<string, string> {
  const start = `delete.${status}.body.`;
  const own = requirements({ ...given, contract: of }).filter(({ id }) => id.startsWith(start));
  return new Map(own.map(({ id, title }) => [id.slice(start.length), title]));
}

test('a member that may be absent is demanded where it is there, any other without a condition', () => {
  for (const status of [200, 400]) {
    const all = titles(contract, status);
    const [, ...fields] = fieldsOf(status);
    expect(fields.length).toBe(all.size);
    for (const { path, required, expected } of fields) {
      expect([path, all.get(path)]).toEqual([
        path,
        required
          ? `MUST have \`${path}\` in the ${status}: ${expected}`
          : `MUST give \`${path}\` in the ${status} as ${expected}, where it is there`,
      ]);
    }
  }
});

test('a mandatory member of what may be absent is demanded wherever that is there', () => {
  const must = ['status.resources.replicas', 'status.resources.involvedObject.uid'];
  const fields = fieldsOf(200).map((one) => ({ ...one, required: one.required || must.includes(one.path) }));
  const answer = operation?.responses.get('200');
  if (operation === undefined || answer === undefined) throw new Error('The contract has a 200.');
  const responses = new Map(operation.responses).set('200', { ...answer, fields });
  const operations = new Map(contract.operations).set('DeletePlugin', { ...operation, responses });
  const all = titles({ ...contract, operations }, 200);
  expect(must.map((path) => all.get(path))).toEqual([
    'MUST have `status.resources.replicas` in the 200 wherever an item of `status.resources` is there: an integer, at least 0',
    'MUST have `status.resources.involvedObject.uid` in the 200 wherever `status.resources.involvedObject` is there: a string',
  ]);
});

test('a title names the method that its probe sends', () => {
  const all = new Map(requirements(given).map(({ id, title }) => [id, title]));
  for (const { about, method, title, expected } of scenarios.flatMap(({ probes }) => probes)) {
    const requirement = idOf(about);
    if (expected.kind === 'nothing') continue;
    expect([requirement, all.get(requirement)]).toEqual([
      requirement,
      expect.stringContaining(` a ${method} ${title}`),
    ]);
    expect([requirement, title]).toEqual([
      requirement,
      expect.not.stringMatching(/\b(DELETE|PUT|POST|by)\b/),
    ]);
  }
});
