import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { deviationNames, deviations, findDeviation } from '../../src/mock/deviations/deviations.ts';
import { expectedDifference } from './expected-difference.ts';
import { REQUIREMENT_IDS } from './requirement-ids.ts';
import { walk } from './walk.ts';

const conforming = walk(null);

test('two walks over the conforming mock are equal, and hold every status that it should answer', async () => {
  const one = await conforming;
  const other = await walk(null);
  expect([...one].map(([id, met]) => [id, met.answer, met.pool])).toEqual(
    [...other].map(([id, met]) => [id, met.answer, met.pool]),
  );
  const statuses = Object.fromEntries([...one].map(([id, { came }]) => [id, came.status]));
  const { 'no-token': noToken, 'wrong-token': wrongToken, put, post, ...rest } = statuses;
  expect([noToken, wrongToken, put, post]).toEqual([401, 401, 404, 404]);
  const { delete: plain, 'delete-with-body': withBody, ...refused } = rest;
  expect([plain, withBody]).toEqual([200, 200]);
  expect(Object.values(refused)).toEqual(Object.values(refused).map(() => 400));
  expect(Object.keys(refused).length).toBe(11);
});

for (const { name, title } of deviations) {
  test(`${name}: ${title}`, async () => {
    const normal = await conforming;
    const deviating = await walk(name);
    const differing = (view: 'answer' | 'pool') =>
      [...normal].filter(([id, met]) => deviating.get(id)?.[view] !== met[view]).map(([id]) => id);
    const expected = expectedDifference(name, normal);
    expect({ answers: differing('answer'), pools: differing('pool') }).toEqual(expected);
    expect([...expected.answers, ...expected.pools]).not.toEqual([]);
  });
}

test('every deviation has a unique name, a file of that name and a sentence', () => {
  const files = readdirSync(new URL('../../src/mock/deviations/', import.meta.url))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((file) => file !== 'deviations');
  expect([...deviationNames].sort()).toEqual(files.sort());
  expect(deviationNames.length).toBe(deviations.length);
  expect(new Set(deviations.map(({ title }) => title)).size).toBe(deviations.length);
  for (const { name, title } of deviations) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).toMatch(/^[A-Z][^.]*[\w`.].*\.$/);
  }
});

test('every deviation catches a requirement, and every requirement is caught by one', () => {
  expect([...new Set(deviations.map((one) => one.catches))].sort()).toEqual([...REQUIREMENT_IDS].sort());
});

test('a deviation is found by its name alone', () => {
  expect(findDeviation('never-deleted')?.catches).toBe('delete.effect.gone');
  expect(findDeviation('Never-Deleted')).toBeNull();
  expect(findDeviation('toString')).toBeNull();
  expect(findDeviation('')).toBeNull();
});
