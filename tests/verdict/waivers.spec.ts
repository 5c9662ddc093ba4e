import { expect } from '@playwright/test';
import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import type { Waiver } from '../../src/engine/model/waiver.ts';
import { applyWaivers, onDay } from '../../src/engine/verdict/waivers.ts';
import { notesOfWaivers, waiversToLookAfter } from '../../src/engine/verdict/waivers-to-look-after.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { judged } from './requirement.ts';

const WAIVER: Waiver = {
  requirement: 'delete.200.status',
  reason: 'Answers 202 until the next release.',
  until: '2026-03-31',
  approvedBy: 'A. Person',
};
const PLACE = { host: 'host', collection: 'pool-a', strict: false };
const [A, B] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];

/** The requirement of the waiver, failed in these ways. */
function failedBy(...fingerprints: readonly string[]): JudgedRequirement {
  const findings = fingerprints.map((fingerprint) =>
    reported({ kind: 'violation', message: 'No.', fingerprint }),
  );
  return { ...judged(WAIVER.requirement, 'failed'), findings };
}

/** What waivers make of one requirement. */
function after(one: JudgedRequirement, waivers: readonly Waiver[], place = PLACE): JudgedRequirement {
  const [applied] = applyWaivers([one], waivers, place);
  if (applied === undefined) throw new Error('It was given one.');
  return applied;
}

test('a waiver holds from its first day to the end of its last one', () => {
  const given = [{ ...WAIVER, since: '2026-03-01' }];
  expect(onDay(given, '2026-02-28')).toEqual({ valid: [], expired: [], notYet: given });
  expect(onDay(given, '2026-03-01')).toEqual({ valid: given, expired: [], notYet: [] });
  expect(onDay(given, '2026-03-31')).toEqual({ valid: given, expired: [], notYet: [] });
  expect(onDay(given, '2026-04-01')).toEqual({ valid: [], expired: given, notYet: [] });
});

test('a waiver turns a failure into waived, hides no finding and touches nothing else', () => {
  const failed = judged('delete.200.status', 'failed');
  const other = judged('delete.200.json', 'failed');
  const waiver = { ...WAIVER, ticket: 'OPS-7' };
  const [waived, untouched] = applyWaivers([failed, other], [waiver], PLACE);
  expect(waived).toEqual({
    ...failed,
    outcome: 'waived',
    because: { reason: 'A. Person waived it until 2026-03-31 (OPS-7): Answers 202 until the next release.' },
    waiver,
  });
  expect(untouched).toEqual(other);
  for (const outcome of ['passed', 'drift', 'inconclusive', 'not-observed'] as const) {
    const one = judged('delete.200.status', outcome);
    expect(after(one, [waiver])).toEqual(one);
  }
});

for (const [where, scope, place, outcome] of [
  ['its host', { scope: 'host:8443' }, { host: 'host:8443' }, 'waived'],
  ['another host', { scope: 'host:8443' }, {}, 'failed'],
  ['its pool', { pool: 'pool-a' }, {}, 'waived'],
  ['another pool', { pool: 'pool-a' }, { collection: 'pool-b' }, 'failed'],
  ['its host and another pool', { scope: 'host', pool: 'pool-b' }, {}, 'failed'],
  ['another host and its pool', { scope: 'other', pool: 'pool-a' }, {}, 'failed'],
] as const) {
  test(`at ${where} a waiver leaves a violation ${outcome}`, () => {
    expect(after(failedBy(A), [{ ...WAIVER, ...scope }], { ...PLACE, ...place }).outcome).toBe(outcome);
  });
}

test('a waiver with fingerprints covers no other failure of its requirement', () => {
  const waiver = { ...WAIVER, fingerprints: [A] };
  expect(after(failedBy(A, A), [waiver])).toMatchObject({ outcome: 'waived', waiver });
  expect(after(failedBy(B), [waiver])).toEqual(failedBy(B));
  // It stays a failure, and says who answers for the one that is covered.
  expect(after(failedBy(A, B), [waiver])).toEqual({ ...failedBy(A, B), waiver });
  const without = judged(WAIVER.requirement, 'failed');
  expect(after(without, [waiver])).toEqual(without);
});

test('several waivers cover the failures of a requirement together, and each that is needed is told', () => {
  const [ofA, ofB] = [
    { ...WAIVER, fingerprints: [A] },
    { ...WAIVER, fingerprints: [B], approvedBy: 'B. Person' },
  ];
  expect(after(failedBy(B, A), [ofA, ofB])).toMatchObject({
    outcome: 'waived',
    waiver: ofA,
    moreWaivers: [ofB],
    because: { reason: expect.stringMatching(/^A\. Person waived it .* B\. Person waived it /) },
  });
  expect(after(failedBy(B), [ofA, ofB])).toEqual(expect.objectContaining({ waiver: ofB }));
  expect(after(failedBy(B), [ofA, ofB])).not.toHaveProperty('moreWaivers');
});

test('in a strict run drift is waived as a violation is, and drift beside a waived violation still fails', () => {
  const drift = reported({ kind: 'drift', message: 'More.', fingerprint: B });
  const strict = { ...PLACE, strict: true };
  const drifted = { ...judged(WAIVER.requirement, 'drift'), findings: [drift] };
  expect(after(drifted, [WAIVER], strict).outcome).toBe('waived');
  const both = { ...failedBy(A), findings: [...failedBy(A).findings, drift] };
  const waiver = { ...WAIVER, fingerprints: [A] };
  expect(after(both, [waiver], strict).outcome).toBe('failed');
  expect(after(both, [waiver]).outcome).toBe('waived');
});

/** What the reader of a run on this day is told of one waiver. */
function toldOf(waiver: Waiver, one: JudgedRequirement, today: string): readonly string[] {
  const lookAfter = waiversToLookAfter([after(one, onDay([waiver], today).valid)], [waiver], today);
  const notes = notesOfWaivers(lookAfter, today).map(({ message }) => message);
  const kinds = Object.entries(lookAfter).flatMap(([kind, { length }]) => (length > 0 ? [kind] : []));
  expect(notes).toHaveLength(kinds.length);
  return [...kinds, ...notes];
}

const passed = judged(WAIVER.requirement, 'passed');
const ticket = { ...WAIVER, ticket: 'OPS-7' };
const ofA = { ...WAIVER, fingerprints: [A] };
const LOOKED_AFTER: readonly (readonly [
  what: string,
  waiver: Waiver,
  one: JudgedRequirement,
  today: string,
  ...told: readonly string[],
])[] = [
  [
    'that expired',
    ticket,
    failedBy(A),
    '2026-04-01',
    'expired',
    'The waiver for `delete.200.status` expired on 2026-03-31 and was not applied. A. Person approved it (OPS-7).',
  ],
  [
    'whose first day is to come',
    { ...WAIVER, since: '2026-03-02' },
    failedBy(A),
    '2026-03-01',
    'notYet',
    'The waiver for `delete.200.status` begins on 2026-03-02 and was not applied. A. Person approved it.',
  ],
  ['with eight days left', WAIVER, failedBy(A), '2026-03-23'],
  [
    'with seven days left',
    WAIVER,
    failedBy(A),
    '2026-03-24',
    'expiring',
    'The waiver for `delete.200.status` expires soon: 7 days left, until 2026-03-31. A. Person approved it.',
  ],
  [
    'on its last day',
    WAIVER,
    failedBy(A),
    '2026-03-31',
    'expiring',
    'The waiver for `delete.200.status` expires soon: 2026-03-31 is its last day. A. Person approved it.',
  ],
  [
    'of what passed',
    WAIVER,
    passed,
    '2026-03-01',
    'stale',
    'The waiver for `delete.200.status` is stale: the requirement was seen to hold. It can be removed. A. Person approved it.',
  ],
  [
    'of what failed otherwise',
    ofA,
    failedBy(B),
    '2026-03-01',
    'stale',
    'The waiver for `delete.200.status` is stale: the requirement was observed, and none of its fingerprints was seen. It can be removed. A. Person approved it.',
  ],
  ['of what failed so and otherwise', ofA, failedBy(A, B), '2026-03-01'],
  ['of what drifted, with no fingerprints', WAIVER, judged(WAIVER.requirement, 'drift'), '2026-03-01'],
  ['of what was never seen', ofA, judged(WAIVER.requirement, 'not-observed'), '2026-03-01'],
  ['of what could not be tested', ofA, judged(WAIVER.requirement, 'inconclusive'), '2026-03-01'],
  ['of a requirement that is not there', WAIVER, judged('delete.200.json', 'passed'), '2026-03-01'],
];
for (const [what, waiver, one, today, ...told] of LOOKED_AFTER) {
  test(`of a waiver ${what} its reader is told ${told.length > 0 ? 'why' : 'nothing'}`, () => {
    expect(toldOf(waiver, one, today)).toEqual(told);
  });
}
