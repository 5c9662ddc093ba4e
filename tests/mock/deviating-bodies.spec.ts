import { expect } from '@playwright/test';
import { isObject } from '../../src/engine/contract/json-value.ts';
import { body200 } from '../../src/suites/modelarts-plugins/mock/deviations/families/body-200.ts';
import { body400 } from '../../src/suites/modelarts-plugins/mock/deviations/families/body-400.ts';
import { instance } from '../../src/suites/modelarts-plugins/mock/deviations/families/instance.ts';
import { fromSource } from '../contract/the-contract.ts';
import { test } from '../own-test.ts';
import { bodyOf } from './ask.ts';
import { deleteTwice } from './delete-twice.ts';

/** Dotted paths, without array indexes, of the values that differ. */
function differing(a: unknown, b: unknown, path = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (Array.isArray(a) && Array.isArray(b)) return a.flatMap((item, at) => differing(item, b[at], path));
  if (!isObject(a) || !isObject(b)) return [path];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) => differing(a[name], b[name], path === '' ? name : `${path}.${name}`));
}

const FIELD = /^delete\.(200|400)\.body\.?/;
const INSTANCE: Readonly<Record<string, string>> = {
  'delete.200.instance.name': 'metadata.name',
  'delete.200.instance.creationTimestamp': 'metadata.creationTimestamp',
  'delete.200.instance.template': 'spec.template.name',
  'delete.200.instance.version': 'spec.template.version',
  'delete.200.instance.inputs': 'spec.template.inputs',
};

// A neighbour differs in more than its name.
const others = instance.filter(({ name }) => name !== 'describes-neighbour');

for (const { name, catches } of [...body200, ...body400, ...others]) {
  const field = INSTANCE[catches] ?? catches.replace(FIELD, '');
  test(`${name} changes \`${field || 'the body'}\` and no other field`, async () => {
    const at = catches.startsWith('delete.200.') ? 0 : 1;
    const conforming = bodyOf((await deleteTwice(null))[at]);
    const paths = differing(conforming, bodyOf((await deleteTwice(name))[at])).filter(
      // Two mocks that start in different seconds install at different times.
      (path) => path !== 'metadata.creationTimestamp' || path === field,
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(`${path}.`).toMatch(new RegExp(`^${field === '' ? '' : `${field}\\.`}`));
  });
}

test('every documented field of an answer, and the body itself, is among these', async () => {
  const responses = (await fromSource).operations.get('DeletePlugin')?.responses;
  const documented = [200, 400].flatMap((status) =>
    (responses?.get(String(status))?.fields ?? []).map(
      ({ path }) => `delete.${status}.body${path && `.${path}`}`,
    ),
  );
  expect([...new Set([...body200, ...body400].map(({ catches }) => catches))].sort()).toEqual(
    documented.sort(),
  );
});

test('a mandatory field is missing, and any is of every other JSON type', async () => {
  const all = [...body200, ...body400].map(({ catches }) => catches);
  // Six types, less its own.
  const few = all.filter((field) => all.filter((other) => other === field).length < 5);
  expect(few).toEqual([]);
  const missing = [...body200, ...body400].filter(({ title }) => / has no /.test(title));
  const responses = (await fromSource).operations.get('DeletePlugin')?.responses;
  const mandatory = [200, 400].flatMap((status) =>
    (responses?.get(String(status))?.fields ?? []).flatMap(({ path, required }) =>
      required && path !== '' ? [`delete.${status}.body.${path}`] : [],
    ),
  );
  expect(mandatory.length).toBeGreaterThan(0);
  expect(missing.map(({ catches }) => catches)).toEqual(mandatory);
});
