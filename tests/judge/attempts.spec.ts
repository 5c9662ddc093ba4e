import { expect } from '@playwright/test';
import { inconclusiveProbes, judge } from '../../src/engine/judge/judge.ts';
import type { Blocked, Evidence } from '../../src/engine/model/evidence.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { test } from '../own-test.ts';
import { answer, deletion, evidence, PROBLEM, refusal, show, TWIN, WITH, WITHOUT } from '../rules/build.ts';
import { lost, type Step, tried } from '../rules/steps.ts';
import { given } from './contract.ts';

const LONG = 'delete.default.ill-formed.note';
const STATUS = 'delete.204.status';
const UNCHANGED = 'delete.effect.refused-unchanged';

const REFUSED = refusal(answer(400, PROBLEM));
const BROKEN = [WITH, tried(answer(500, {})), WITH];
const DRIFTING = [WITH, tried(answer(403, PROBLEM)), WITH];
const TROUBLED = [WITH, tried(answer(503, {})), WITH];
const SILENT = [WITH, lost('silent'), WITH];
/** Refused as it should be, and the note is gone. */
const DAMAGED = [WITH, tried(answer(400, PROBLEM)), WITHOUT, WITHOUT];
const BLOCKED: Blocked = { cause: 'No List.', tried: '', remedy: '', endsRun: false };

/** A scenario in several attempts, at its first probe each. */
function attempts(
  scenario: string,
  all: readonly (readonly Step[])[],
  blocked: Blocked | null = null,
): Evidence {
  const parts = all.map((steps, at) =>
    evidence(scenario, steps, { from: at * 10 }).exchanges.map((one) =>
      at === 0 ? one : { ...one, attempt: at + 1 },
    ),
  );
  return { scenario, exchanges: parts.flat(), notes: [], withheld: [], blocked };
}

function judged(all: readonly Evidence[], id: string) {
  return judge({ ...given, evidence: all, source: 'install', settleTimeoutMs: 900_000 }).find(
    (one) => one.id === id,
  );
}

const ROWS: readonly (readonly [string, string, readonly (readonly Step[])[], Outcome, number?])[] = [
  ['trouble gives way to a later attempt', LONG, [TROUBLED, REFUSED], 'passed', 2],
  ['trouble gives way at the third attempt', LONG, [TROUBLED, SILENT, REFUSED], 'passed', 3],
  ['trouble in each attempt', LONG, [TROUBLED, SILENT, TROUBLED], 'inconclusive', 3],
  ['a violation of a later attempt counts', LONG, [TROUBLED, BROKEN], 'failed'],
  ['a violation stays, whatever comes later', LONG, [BROKEN, REFUSED], 'failed'],
  ['a violation stays, also where trouble comes later', LONG, [BROKEN, TROUBLED], 'failed'],
  ['drift stays', LONG, [DRIFTING, REFUSED], 'drift'],
  ['what was told before is not taken back by trouble', LONG, [REFUSED, TROUBLED], 'passed'],
  ['damage of the first attempt stays', UNCHANGED, [DAMAGED, REFUSED], 'failed'],
  ['damage of a later attempt counts', UNCHANGED, [TROUBLED, DAMAGED], 'failed'],
];

for (const [title, id, all, outcome, at] of ROWS) {
  test(`${title}: ${outcome}`, () => {
    const one = judged([attempts('ill-formed', all), TWIN], id);
    expect(one?.outcome).toBe(outcome);
    if (outcome !== 'failed') expect(one?.attempts).toBe(at);
    if (outcome === 'passed') expect(one?.findings).toEqual([]);
  });
}

test('a deletion that was accepted in a later attempt proves the refusals before it', () => {
  const there = attempts('there', [[WITH, tried(answer(503, {})), show('settle', 200), WITH], deletion()]);
  const before = evidence('ill-formed', REFUSED, { from: 500 });
  expect(judged([before, there], STATUS)).toMatchObject({ outcome: 'passed', attempts: 2 });
  expect(judged([before, there], LONG)).toMatchObject({ outcome: 'passed' });
});

test('a probe that no attempt came to was in the way of each of them', () => {
  const all = attempts('there', [[WITH], [WITH], [WITH]], BLOCKED);
  expect(judged([all], STATUS)).toMatchObject({ outcome: 'inconclusive', attempts: 3 });
});

test('walked again is what ended inconclusive by itself, not what its twin leaves open', () => {
  const open = (scenario: string, ...all: readonly Evidence[]) =>
    inconclusiveProbes({ ...given, evidence: all, source: 'install', settleTimeoutMs: 900_000, scenario });
  const [first] = given.suite.scenarios.find(({ id }) => id === 'ill-formed')?.probes ?? [];
  const rest = (probes: readonly string[]) => probes.includes(first?.id ?? '');
  expect(rest(open('ill-formed', evidence('ill-formed', REFUSED)))).toBe(false);
  expect(rest(open('ill-formed', evidence('ill-formed', BROKEN)))).toBe(false);
  expect(rest(open('ill-formed', evidence('ill-formed', TROUBLED)))).toBe(true);
  expect(rest(open('ill-formed', attempts('ill-formed', [TROUBLED, REFUSED])))).toBe(false);
});
