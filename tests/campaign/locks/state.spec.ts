import { expect } from '@playwright/test';
import { lockIn } from '../../../src/lifecycle/locks/lock-file.ts';
import { type LockState, type Signs, signsOf, stateBy, watchMs } from '../../../src/lifecycle/locks/state.ts';
import { test } from '../../own-test.ts';
import { ELSEWHERE, IN_CONTAINER, OWN, placeOf, REUSED, writeLock } from './lock-files.ts';

const YEAR = 365 * 86_400_000;

const cases: Readonly<Record<string, { readonly signs: Partial<Signs>; readonly state: LockState }>> = {
  'of a process that runs, silent for a year (it is stopped)': {
    ...{ signs: { isRunning: true, sinceBeatMs: YEAR, sinceWrittenMs: YEAR }, state: 'held' },
  },
  'of a process that is over, beaten just now': {
    ...{ signs: { isRunning: false, sinceBeatMs: 0, sinceWrittenMs: 0 }, state: 'over' },
  },
  'beaten 30 s ago': { signs: { sinceBeatMs: 30_000 }, state: 'held' },
  'silent for longer than 30 s': { signs: { sinceBeatMs: 30_001 }, state: 'over' },
  'beaten just now, while the clock of the wall jumped a year on': {
    ...{ signs: { sinceBeatMs: 1000, sinceWrittenMs: YEAR }, state: 'held' },
  },
  'silent for long, while the clock of the wall jumped a year back': {
    ...{ signs: { sinceBeatMs: 60_000, sinceWrittenMs: -YEAR }, state: 'over' },
  },
  'of another machine, written 30 s ago': { signs: { sinceWrittenMs: 30_000 }, state: 'held' },
  'of another machine, written a year ago': { signs: { sinceWrittenMs: YEAR }, state: 'untold' },
  'of another machine, written in a year': { signs: { sinceWrittenMs: -YEAR }, state: 'untold' },
  'beaten after now by a clock of the same boot that is set apart, and written just now': {
    ...{ signs: { sinceBeatMs: -1, sinceWrittenMs: 0 }, state: 'held' },
  },
};

for (const [what, { signs, state }] of Object.entries(cases)) {
  test(`a lock ${what}: ${state}`, () => {
    expect(stateBy({ isRunning: null, sinceBeatMs: null, sinceWrittenMs: 0, ...signs })).toBe(state);
  });
}

test('what is of the future is watched for the whole silence, what is old for two beats', () => {
  const signs = { isRunning: null, sinceBeatMs: null };
  expect([-YEAR, YEAR].map((sinceWrittenMs) => watchMs({ ...signs, sinceWrittenMs }))).toEqual([
    30_000, 11_000,
  ]);
});

for (const [whose, of, isRunning, isTold] of [
  ['this process', OWN, true, true],
  ['a process whose number another has now', REUSED, false, true],
  ['a process in another container of this machine', IN_CONTAINER, null, true],
  ['a process of another machine', ELSEWHERE, null, false],
] as const) {
  test(`what is told of a lock of ${whose}, whatever the clock of the wall said`, () => {
    for (const writtenMs of [0, YEAR, -YEAR]) {
      const seen = lockIn(writeLock(placeOf(), of, { beatenMs: 4000, writtenMs }));
      const { sinceBeatMs, ...signs } = seen === null ? { sinceBeatMs: null } : signsOf(seen);
      expect(signs).toMatchObject({ isRunning });
      expect(sinceBeatMs === null).toBe(!isTold);
      if (sinceBeatMs !== null) expect(Math.abs(sinceBeatMs - 4000)).toBeLessThan(60_000);
    }
  });
}
