import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import {
  deviationNames,
  deviations,
  findDeviation,
} from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { broughtBack } from '../../src/suites/modelarts-plugins/mock/deviations/families/brought-back.ts';
import { exactNumbers } from '../../src/suites/modelarts-plugins/mock/deviations/families/exact-numbers.ts';
import { seenByOne } from '../../src/suites/modelarts-plugins/mock/deviations/families/seen-by-one.ts';
import { troubledTries } from '../../src/suites/modelarts-plugins/mock/deviations/families/troubled-tries.ts';
import { atOnce } from '../../src/trials/at-once.ts';
import { test } from '../own-test.ts';
import { expectedDifference, refusedYet } from './expected-difference.ts';
import { REQUIREMENT_IDS } from './requirement-ids.ts';
import { walk } from './walk.ts';

/**
 * By what was asked before, or by looks that leave something out: some are shown below, and a run over each of them
 * counts the requests that met something else.
 */
const REMEMBERS = [
  'get-deletes',
  'comes-back-later',
  ...exactNumbers.map(({ name }) => name),
  ...[...troubledTries, ...seenByOne, ...broughtBack].map(({ name }) => name),
];

const conforming = walk(null);

test('two walks over the conforming mock are equal, and hold every status that it should answer @slow', async () => {
  const one = await conforming;
  const other = await walk(null);
  expect([...one].map(([id, met]) => [id, met.answer, met.pool])).toEqual(
    [...other].map(([id, met]) => [id, met.answer, met.pool]),
  );
  const statuses = Object.fromEntries([...one].map(([id, { came }]) => [id, came.status]));
  const { 'no-token': noToken, 'wrong-token': wrongToken, ...known } = statuses;
  expect([noToken, wrongToken]).toEqual([401, 401]);
  const { put, post, 'put-with-body': putMore, 'post-with-body': postMore, ...rest } = known;
  expect([put, post, putMore, postMore]).toEqual([404, 404, 404, 404]);
  const { delete: plain, 'delete-with-body': withBody, ...refused } = rest;
  expect([plain, withBody]).toEqual([200, 200]);
  expect(Object.values(refused)).toEqual(Object.values(refused).map(() => 400));
  expect(Object.keys(refused).length).toBe(15);
});

/** Walks at a time. */
const AT_ONCE = 6;

/** All of them take most of a minute; every twelfth one shows the same of less. */
const STEPS = { '@long': 1, '@slow': 12 } as const;

/** What a walk over a deviating mock shows to differ from what it should. */
async function surprises(name: string): Promise<readonly string[]> {
  const normal = await conforming;
  const deviating = await walk(name);
  const differing = (view: 'answer' | 'pool') =>
    [...normal].filter(([id, met]) => deviating.get(id)?.[view] !== met[view]).map(([id]) => id);
  const seen = { answers: differing('answer'), pools: differing('pool') };
  const from = refusedYet(name);
  if (from !== null) {
    const before = [...normal.keys()].slice(0, [...normal.keys()].indexOf(from) + 1);
    const early = seen.answers.filter((id) => before.includes(id));
    return seen.pools[0] === from && early.length === 0 ? [] : [`${name}: ${JSON.stringify(seen)}`];
  }
  const expected = expectedDifference(name, normal);
  return JSON.stringify(seen) === JSON.stringify(expected) ? [] : [`${name}: ${JSON.stringify(seen)}`];
}

for (const [tag, step] of Object.entries(STEPS)) {
  const which = step === 1 ? 'all of them' : `every ${step}th`;
  test(`a deviation differs from the conforming mock where it should and nowhere else: ${which} ${tag}`, async () => {
    // Some hundred walks, some of them over answers that never come.
    test.setTimeout(600_000);
    const names = deviationNames.filter((name, at) => at % step === 0 && !REMEMBERS.includes(name));
    const found = (await atOnce(names, AT_ONCE, surprises)).flat();
    expect(found).toEqual([]);
  });
}

test('every deviation is a row of a family, and every row of a family stands in the list @slow', async () => {
  const folder = new URL('../../src/suites/modelarts-plugins/mock/deviations/', import.meta.url);
  expect(readdirSync(folder).sort()).toEqual([
    'answers.ts',
    'deviations.ts',
    'documented.generated.ts',
    'families',
  ]);
  const rows: string[] = [];
  for (const file of readdirSync(new URL('families/', folder))) {
    const module: Readonly<Record<string, unknown>> = await import(new URL(`families/${file}`, folder).href);
    const lists = Object.values(module).filter((one): one is readonly object[] => Array.isArray(one));
    rows.push(
      ...lists.flat().flatMap((one) => ('catches' in one && 'name' in one ? [String(one.name)] : [])),
    );
  }
  expect(rows.sort()).toEqual([...deviationNames].sort());
});

test('every deviation has a unique name and a sentence @slow', () => {
  expect(deviationNames.length).toBe(deviations.length);
  expect(deviations.length).toBeGreaterThanOrEqual(614);
  expect(new Set(deviations.map(({ title }) => title)).size).toBe(deviations.length);
  const unnamed = deviations.filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  const untold = deviations.filter(({ title }) => !/^[A-Z].*\.$/.test(title));
  expect([unnamed, untold]).toEqual([[], []]);
});

test('every deviation catches a requirement, and every requirement is caught by one @slow', () => {
  expect([...new Set(deviations.map((one) => one.catches))].sort()).toEqual([...REQUIREMENT_IDS].sort());
});

test('a deviation is found by its name alone @slow', () => {
  expect(findDeviation('never-deleted')?.catches).toBe('delete.effect.gone');
  expect(findDeviation('Never-Deleted')).toBeNull();
  expect(findDeviation('toString')).toBeNull();
  expect(findDeviation('')).toBeNull();
});
