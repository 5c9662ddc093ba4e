import { expect, test } from '@playwright/test';
import { isObject } from '../../src/contract/plugin.ts';
import { deviations } from '../../src/mock/deviations/deviations.ts';
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

for (const { name, catches } of deviations) {
  const field = INSTANCE[catches] ?? (FIELD.test(catches) ? catches.replace(FIELD, '') : null);
  if (field === null) continue;
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

test('every deviation of a field is among these', () => {
  const fields = deviations.filter(({ catches }) => FIELD.test(catches) || catches in INSTANCE);
  expect(fields.length).toBeGreaterThanOrEqual(37);
});
