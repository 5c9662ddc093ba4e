import { expect } from '@playwright/test';
import { checkLines } from '../../src/app/waivers/check-lines.ts';
import { neededText, type RecordedRun } from '../../src/app/waivers/needed.ts';
import type { Waiver } from '../../src/engine/model/waiver.ts';
import { test } from '../own-test.ts';

const [A, B] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
const WAIVER: Waiver = {
  requirement: 'delete.200.status',
  reason: 'a',
  until: '2026-02-01',
  approvedBy: 'A. Person',
};

/** A run that fails so; without fingerprints it passes. */
function run(fingerprints: readonly string[], change: Partial<RecordedRun> = {}): RecordedRun {
  const failed = fingerprints.length === 0 ? [] : [{ id: WAIVER.requirement, fingerprints }];
  const target = {
    ...{ endpoint: 'https://host.example/', project: 'p', collection: 'pool-a', item: 't' },
  };
  return { target, failed, inconclusive: [], notObserved: [], ...change };
}

const OF_A = { ...WAIVER, fingerprints: [A] };
const open = { inconclusive: [WAIVER.requirement] };
const unseen = { notObserved: [WAIVER.requirement] };

const NEEDED: readonly (readonly [waiver: Waiver, runs: readonly RecordedRun[], told: string | null])[] = [
  [WAIVER, [], null],
  [WAIVER, [run([A])], 'needed in 1 of the last run'],
  [WAIVER, [run([A]), run([]), run([B])], 'needed in 2 of the last 3 runs'],
  [OF_A, [run([A]), run([]), run([B])], 'needed in 1 of the last 3 runs'],
  [OF_A, [run([A]), run([B]), run([B]), run([B]), run([B]), run([])], 'not needed in the last 5 runs'],
  [WAIVER, [run([], open), run([], unseen)], 'not observed in the last 2 runs'],
  [WAIVER, [run([]), run([], open)], 'not needed in the last 2 runs'],
  [{ ...WAIVER, scope: 'other.example' }, [run([A])], null],
  [{ ...WAIVER, pool: 'pool-b' }, [run([A])], null],
  [{ ...WAIVER, scope: 'host.example', pool: 'pool-a' }, [run([A])], 'needed in 1 of the last run'],
];
for (const [at, [waiver, runs, told]] of NEEDED.entries()) {
  test(`of ${runs.length} runs a waiver is told to be ${told ?? 'of none'} (${at})`, () => {
    expect(neededText(waiver, runs)).toBe(told);
  });
}

test('the last five runs are those of each target', () => {
  const target = { ...run([]).target, collection: 'pool-b' };
  const others = Array.from({ length: 6 }, () => run([], { target }));
  expect(neededText(WAIVER, [run([A]), ...others])).toBe('needed in 1 of the last 6 runs');
});

test('each waiver is told with its line, how long it holds, whose it is, and whether it was needed', () => {
  const placed = [
    { waiver: { ...WAIVER, scope: 'host.example', pool: 'pool-a', ticket: 'OPS-7' }, line: 1 },
    { waiver: { ...OF_A, until: '2026-01-08' }, line: 8 },
    { waiver: { ...WAIVER, until: '2025-12-31' }, line: 12 },
    { waiver: { ...WAIVER, since: '2026-01-15' }, line: 16 },
  ];
  const runs = [run([B])];
  expect(checkLines(placed, { shown: '`w.yaml`', today: '2026-01-01', runs })).toEqual([
    '  delete.200.status (line 1): 31 days left, until 2026-02-01, needed in 1 of the last run',
    '    A. Person, until 2026-02-01, ticket OPS-7, at host.example, pool pool-a, whatever fails',
    '! delete.200.status (line 8): 7 days left, until 2026-01-08, not needed in the last run',
    '    A. Person, until 2026-01-08, fingerprints aaaaaaaaaaaa',
    '! delete.200.status (line 12): expired on 2025-12-31: it is not applied, and can be removed, needed in 1 of the last run',
    '    A. Person, until 2025-12-31, whatever fails',
    '  delete.200.status (line 16): begins on 2026-01-15, needed in 1 of the last run',
    '    A. Person, since 2026-01-15 until 2026-02-01, whatever fails',
    '`w.yaml` holds 4 waivers; nothing is wrong with them; 2 to look after.',
  ]);
});
