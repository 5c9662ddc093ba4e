import { expect } from '@playwright/test';
import { inOrder } from '../../src/trials/sensitivity.ts';
import { isProven, tally } from '../../src/trials/tally.ts';
import { test } from '../own-test.ts';
import { conforming, disturbed, trial } from './trials.ts';

const COUNTED = {
  requirements: ['delete.a', 'delete.b', 'delete.c'],
  rules: [
    { id: 'rule/one', requirements: ['delete.a', 'delete.b'] },
    { id: 'rule/two', requirements: ['delete.c'] },
  ],
};

/** Everything is caught in place, and nothing that should not be. */
const PROVEN = [
  trial(),
  trial({ name: 'deviation-b', catches: 'delete.b', failed: ['delete.b', 'delete.c'] }),
  trial({ name: 'deviation-c', catches: 'delete.c', failed: ['delete.c'] }),
  conforming('conforming-0'),
  disturbed('disturbed-0'),
];

test('where all is as it should be nothing is in doubt', () => {
  const counted = tally(PROVEN, COUNTED);
  expect(counted.deviations).toMatchObject({ total: 3, caught: 3, inPlace: 3, survived: [], broken: [] });
  expect(counted.requirements).toEqual({ total: 3, proven: 3, unproven: [] });
  expect(counted.disturbed).toEqual({ total: 1, inconclusive: 1, wrong: [] });
  expect(counted.table).toEqual({
    deviating: { conformant: 0, nonConformant: 3, inconclusive: 0 },
    conforming: { conformant: 1, nonConformant: 0, inconclusive: 0 },
    disturbed: { conformant: 0, nonConformant: 0, inconclusive: 1 },
  });
  expect(isProven(counted)).toBe(true);
});

const MISSING = {
  'a deviation that took effect and was not caught survived': {
    add: trial({ name: 'x', verdict: 'conformant', failed: [] }),
    told: { deviations: { caught: 3, survived: ['x'] } },
  },
  'one that could not be tested survived as well': {
    add: trial({ name: 'x', verdict: 'inconclusive', failed: [] }),
    told: { deviations: { survived: ['x'] } },
  },
  'a deviation that never took effect is broken, whatever the verdict was': {
    add: trial({ name: 'x', deviated: 0 }),
    told: { deviations: { caught: 3, survived: [], broken: ['x'] } },
  },
  'a conforming server that is called non-conformant is a false alarm': {
    add: conforming('x', { verdict: 'non-conformant' }),
    told: { conforming: { total: 2, falseAlarms: ['x'], untested: [], rateBelow: 1 } },
  },
  'a conforming server that could not be tested is told': {
    add: conforming('x', { verdict: 'inconclusive' }),
    told: { conforming: { falseAlarms: [], untested: ['x'] } },
  },
  'a disturbed server of which something was concluded is wrong': {
    add: disturbed('x', { verdict: 'conformant' }),
    told: { disturbed: { total: 2, inconclusive: 1, wrong: ['x'] } },
  },
} as const;

for (const [what, { add, told }] of Object.entries(MISSING)) {
  test(what, () => {
    const counted = tally([...PROVEN, add], COUNTED);
    expect(counted).toMatchObject(told);
    expect(isProven(counted)).toBe(false);
  });
}

test('where no server of a kind was tried nothing is proven of that kind', () => {
  for (const truth of ['conforming', 'disturbed']) {
    expect(
      isProven(
        tally(
          PROVEN.filter((one) => one.truth !== truth),
          COUNTED,
        ),
      ),
    ).toBe(false);
  }
});

test('trials stand in the order of their servers, and each server was tried once', () => {
  expect(inOrder(PROVEN, [...PROVEN].reverse())).toEqual(PROVEN);
  expect(() => inOrder(PROVEN, PROVEN.slice(1))).toThrow('the first without one is deviating deviation-a');
  expect(() => inOrder(PROVEN, [...PROVEN, conforming('x')])).toThrow('Of 5 servers 6 trials came.');
  expect(() => inOrder([...PROVEN, trial()], [...PROVEN, trial()])).toThrow('Of 6 servers 6 trials came.');
});

test('a deviation whose meant requirement is not the first to fail is caught elsewhere, and proves nothing', () => {
  const elsewhere = trial({ name: 'deviation-b', catches: 'delete.b', failed: ['delete.a', 'delete.b'] });
  const counted = tally([trial(), elsewhere, ...PROVEN.slice(2)], COUNTED);
  expect(counted.deviations).toMatchObject({ caught: 3, inPlace: 2 });
  expect(counted.deviations.trials.map(({ caught }) => caught)).toEqual([
    'in-place',
    'elsewhere',
    'in-place',
  ]);
  expect(counted.requirements).toEqual({ total: 3, proven: 2, unproven: ['delete.b'] });
  expect(isProven(counted)).toBe(false);
});

test('a rule is needed where something survives without it, and dead where nothing does', () => {
  expect(tally(PROVEN, COUNTED).rules).toEqual([
    { id: 'rule/one', survivors: ['deviation-a'] },
    { id: 'rule/two', survivors: ['deviation-c'] },
  ]);
  const dead = tally(PROVEN.slice(0, 2), COUNTED);
  expect(dead.deadRules).toEqual(['rule/two']);
  expect(isProven(dead)).toBe(false);
});

test('what never took effect keeps no rule alive', () => {
  const broken = trial({ name: 'x', catches: 'delete.c', failed: ['delete.c'], deviated: 0 });
  expect(tally([...PROVEN.slice(0, 2), broken], COUNTED).deadRules).toEqual(['rule/two']);
});

test('without an alarm in 300 the rate is below 1 %, in 298 it is not, and with one nothing is said', () => {
  const rate = (count: number, last = {}) =>
    tally(
      Array.from({ length: count }, (_, at) => conforming(`c-${at}`, at === 0 ? last : {})),
      COUNTED,
    ).conforming.rateBelow;
  expect(rate(300)).toBeLessThan(0.01);
  expect(rate(298)).toBeGreaterThan(0.01);
  // Where the rate is just that, so many servers pass without an alarm once in twenty times.
  expect((1 - rate(300)) ** 300).toBeCloseTo(0.05, 12);
  expect(rate(300, { verdict: 'non-conformant' })).toBe(1);
  expect(rate(0)).toBe(1);
});
