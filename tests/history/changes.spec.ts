import { expect } from '@playwright/test';
import { changesFrom, changesSince } from '../../src/engine/history/changes.ts';
import { runOfReport } from '../../src/engine/history/compared-run.ts';
import type { Changes } from '../../src/engine/model/history.ts';
import { test } from '../own-test.ts';
import {
  A,
  B,
  C,
  F,
  G,
  lineOfMorning,
  morning,
  type Night,
  reportOfMorning,
  runId,
  toldOf,
  WORDS,
} from './lines.ts';

const BY = { words: WORDS, addedIn: {} };

/** What the last of some mornings is told to have changed; the first is that of 1 March. */
function changesOf(...nights: readonly Night[]): Changes {
  const lines = nights.map((night, at) => lineOfMorning(at + 1, night));
  const now = runOfReport(reportOfMorning(nights.length, nights.at(-1) ?? {}));
  return changesSince(now, lines, BY);
}

const fine: Night = {};
const a: Night = { [A]: [F] };
const down: Night = { [A]: 'inconclusive', [B]: 'inconclusive', [C]: 'inconclusive' };

for (const [what, nights, told] of [
  ['nothing fails', [fine, fine], {}],
  ['it fails for the first time', [fine, a], { new: [`${A} ${F}`] }],
  ['it fails without an earlier line', [a], { new: [`${A} ${F}`] }],
  ['it fails again', [fine, a, a], { still: [`${A} ${F}`] }],
  ['it holds again', [a, fine], { fixed: [`${A} ${F}`] }],
  ['it drifts now', [a, { [A]: 'drift' }], { fixed: [`${A} ${F}`] }],
  ['it was told to be fixed the morning before', [a, fine, fine], {}],
  ['it is not observed now', [a, { [A]: 'not-observed' }], { unknown: [`${A} ${F}`] }],
  [
    'it is inconclusive now',
    [a, { [A]: 'inconclusive', [B]: [G] }],
    { unknown: [`${A} ${F}`], new: [`${B} ${G}`] },
  ],
  ['it is not applicable now', [a, { [A]: 'not-applicable' }], { unknown: [`${A} ${F}`] }],
  ['nothing could be tested now', [a, down], { unknown: [`${A} ${F}`] }],
  ['nothing could be tested in between', [a, down, a], { still: [`${A} ${F}`] }],
  ['it was not observed in between', [a, { [A]: 'not-observed' }, a], { still: [`${A} ${F}`] }],
  ['it was not observed, then held', [a, { [A]: 'not-observed' }, fine], { fixed: [`${A} ${F}`] }],
  ['it fails, holds and fails', [a, fine, a], { intermittent: [`${A} ${F}`] }],
  ['it fails, holds, fails and holds', [a, fine, a, fine], { intermittent: [`${A} ${F}`] }],
  [
    'it comes and goes, and is not observed now',
    [a, fine, a, { [A]: 'not-observed' }],
    { unknown: [`${A} ${F}`] },
  ],
  ['it fails in another way', [a, { [A]: [G] }], { new: [`${A} ${G}`], unknown: [`${A} ${F}`] }],
  ['it goes on to fail in the other way', [a, { [A]: [G] }, { [A]: [G] }], { still: [`${A} ${G}`] }],
  ['it fails in one more way', [a, { [A]: [F, G] }], { still: [`${A} ${F}`], new: [`${A} ${G}`] }],
  ['it is waived now', [a, { [A]: 'waived' }], { still: [`${A} ${F}`] }],
  ['its waiver is over', [a, { [A]: 'waived' }, a], { still: [`${A} ${F}`] }],
] as const) {
  test(`${what}: ${JSON.stringify(Object.keys(told))}`, () => {
    expect(toldOf(changesOf(...nights))).toEqual(told);
  });
}

test('of ten runs that are looked at the oldest are forgotten, but for since when something fails', () => {
  const fines = Array.from({ length: 9 }, () => fine);
  expect(toldOf(changesOf(a, ...fines.slice(1), a))).toEqual({ intermittent: [`${A} ${F}`] });
  expect(toldOf(changesOf(a, ...fines, a))).toEqual({ new: [`${A} ${F}`] });
  const long = changesOf(fine, ...Array.from({ length: 20 }, () => a));
  expect(long.still).toEqual([{ id: A, fingerprint: F, since: morning(2), seen: 10, of: 10 }]);
});

test('since when, and how often: no gap ends it, but a run that showed that it was gone', () => {
  expect(changesOf(a, down, { [A]: 'not-observed' }, a).still).toEqual([
    { id: A, fingerprint: F, since: morning(1), seen: 2, of: 3 },
  ]);
  expect(changesOf(fine, a, a, fine).fixed).toEqual([
    { id: A, fingerprint: F, since: morning(2), seen: 2, of: 4 },
  ]);
  expect(changesOf(a, fine, a).intermittent).toEqual([
    { id: A, fingerprint: F, since: morning(1), seen: 2, of: 3 },
  ]);
  const twice = changesOf(a, ...Array.from({ length: 10 }, () => fine), a, a);
  expect(twice.still).toEqual([{ id: A, fingerprint: F, since: morning(12), seen: 2, of: 10 }]);
  expect(changesOf(fine, a).new).toEqual([{ id: A, fingerprint: F, since: morning(2), seen: 1, of: 2 }]);
});

test('the base is the last conclusive line before the own, in the order of the file, whatever the clock said', () => {
  const lines = [lineOfMorning(9, a), lineOfMorning(20, down), lineOfMorning(5, fine), lineOfMorning(21, a)];
  const changes = changesSince(runOfReport(reportOfMorning(5, fine)), lines, BY);
  expect(changes.base).toEqual({
    ...{ run: runId(9), startedAt: morning(9), verdict: 'non-conformant', suite: '0.1.0' },
  });
  expect(toldOf(changes)).toEqual({ fixed: [`${A} ${F}`] });
});

test('without an earlier line all that fails is new; inconclusive ones are none', () => {
  for (const lines of [[], [lineOfMorning(1, down)]]) {
    const changes = changesSince(runOfReport(reportOfMorning(2, a)), lines, BY);
    expect([changes.base, changes.comparable, changes.why]).toEqual([null, true, null]);
    expect(toldOf(changes)).toEqual({ new: [`${A} ${F}`] });
  }
});

test('where no line can be compared, that is said, with what differs from the last one', () => {
  const contract = { title: 'Notes', version: '1.0.0', sha256: 'ab'.repeat(32) };
  const now = runOfReport(reportOfMorning(3, a, { contract, strict: true }));
  const changes = changesSince(now, [lineOfMorning(1, a)], BY);
  expect([changes.comparable, changes.base?.run, toldOf(changes)]).toEqual([false, runId(1), {}]);
  expect(changes.why).toBe(
    'The description was `3f3f3f3f3f3f` then and is `abababababab` now, the strictness was `false` then and is `true` now.',
  );
  // What it went back to can be compared again.
  const back = [lineOfMorning(1, a), lineOfMorning(2, a, { contract })];
  expect(changesSince(runOfReport(reportOfMorning(3, a)), back, BY).base?.run).toBe(runId(1));
});

for (const [what, change] of [
  ['the endpoint', { endpoint: 'https://other.example.com' }],
  ['the project', { project: 'q' }],
  ['the pool', { collection: 'pool-b' }],
  ['the plug-in', { item: 'other' }],
  ['the source', { source: 'existing' }],
] as const) {
  test(`another run can be compared where ${what} is equal`, () => {
    const { target } = reportOfMorning(1, a);
    const base = runOfReport(reportOfMorning(1, a, { target: { ...target, ...change } }));
    const { comparable, why } = changesFrom(runOfReport(reportOfMorning(2, a)), base, WORDS);
    expect([comparable, why?.toLowerCase()]).toEqual([false, expect.stringContaining(`${what} was \``)]);
  });
}

test('another major version is not comparable, another minor is', () => {
  const of = (version: string) => runOfReport(reportOfMorning(1, a, { suite: { name: 'a', version } }));
  const now = of('1.2.3');
  expect(changesFrom(now, of('1.9.0'), WORDS).comparable).toBe(true);
  expect(changesFrom(now, of('2.0.0'), WORDS).why).toBe(
    'The major version of the suite was `2` then and is `1` now.',
  );
});

test('neither a mock nor an inconclusive run is compared with', () => {
  const mock = reportOfMorning(1, a);
  const asMock = runOfReport({ ...mock, target: { ...mock.target, mock: true } });
  const now = runOfReport(reportOfMorning(2, a));
  expect(changesSince(asMock, [lineOfMorning(3, a)], BY).comparable).toBe(false);
  expect(changesFrom(now, asMock, WORDS).comparable).toBe(false);
  expect(changesFrom(asMock, now, WORDS).comparable).toBe(false);
  expect(changesFrom(now, runOfReport(reportOfMorning(1, down)), WORDS).why).toBe(
    'That run was inconclusive.',
  );
});

test('a requirement that the suite of the base did not have is told as a new one', () => {
  const now = runOfReport(reportOfMorning(2, a));
  const before = reportOfMorning(1, fine);
  const without = { ...before, requirements: before.requirements.filter(({ id }) => id !== A) };
  const told = { id: A, fingerprint: F, since: morning(2), seen: 1, of: 2, newRequirement: true };
  expect(changesFrom(now, runOfReport(without), WORDS).new).toEqual([told]);
  const later = { words: WORDS, addedIn: { [A]: '0.1.1' } };
  expect(changesSince(now, [lineOfMorning(1, fine)], later).new).toEqual([told]);
  expect(changesSince(now, [lineOfMorning(1, fine)], { ...later, addedIn: { [A]: '0.1.0' } }).new).toEqual([
    { id: A, fingerprint: F, since: morning(2), seen: 1, of: 2 },
  ]);
});

test('a report of an earlier version has no fingerprints: its failure is the one of that requirement', () => {
  const old = reportOfMorning(1, { [A]: [], [C]: [] });
  const now = runOfReport(reportOfMorning(2, a));
  expect(toldOf(changesFrom(now, runOfReport(old), WORDS))).toEqual({ still: [`${A} ${F}`], fixed: [C] });
});
