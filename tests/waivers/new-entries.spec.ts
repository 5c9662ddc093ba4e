import { expect } from '@playwright/test';
import type { LastReport } from '../../src/app/waivers/last-report.ts';
import { newEntries } from '../../src/app/waivers/new-entries.ts';
import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { nearestOf } from '../../src/engine/nearest.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { judged } from '../verdict/requirement.ts';

const [A, B] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
const WAIVER = { requirement: 'a.waived', reason: 'a', until: '2026-02-01', approvedBy: 'B. Person' };

function withFindings(id: string, outcome: Outcome, ...fingerprints: readonly string[]): JudgedRequirement {
  const kind = outcome === 'drift' ? 'drift' : 'violation';
  return {
    ...judged(id, outcome),
    findings: fingerprints.map((fingerprint) => reported({ kind, message: 'No.', fingerprint })),
  };
}

const REPORT: LastReport = {
  ...{
    verdict: 'non-conformant',
    reason: 'Why.',
    strict: false,
    mock: false,
    host: 'host:8443',
    pool: 'pool-a',
  },
  requirements: [
    judged('a.passed', 'passed'),
    withFindings('a.failed', 'failed', B, A, B),
    { ...withFindings('a.in-part', 'failed', A, B), waiver: { ...WAIVER, fingerprints: [A] } },
    { ...withFindings('a.waived', 'waived', A), waiver: WAIVER },
    withFindings('a.drift', 'drift', A),
  ],
};
const INPUT = {
  nearestOf,
  today: '2026-01-01',
  known: [...REPORT.requirements.map(({ id }) => id), 'a.added'],
};
const SAID = { reason: 'It is mended soon.', until: '2026-02-01', approvedBy: 'A. Person' };

function made(ids: readonly string[] | null, change: Partial<LastReport> = {}) {
  return newEntries({ ...REPORT, ...change }, { ...SAID, ids }, INPUT);
}

const entry = (requirement: string, ...fingerprints: readonly string[]) => ({
  ...{ requirement, ...SAID, scope: 'host:8443', pool: 'pool-a', fingerprints, since: '2026-01-01' },
});

test('an entry has the fingerprints of what failed, host and pool of the target, and today', () => {
  expect(made(['a.failed', 'a.failed'])).toEqual({ entries: [entry('a.failed', A, B)], problems: [] });
  const { entries } = newEntries(REPORT, { ...SAID, ticket: 'OPS-7', ids: ['a.failed'] }, INPUT);
  expect(entries).toEqual([{ ...entry('a.failed', A, B), ticket: 'OPS-7' }]);
});

test('of what is waived in part an entry has the rest', () => {
  expect(made(['a.in-part']).entries).toEqual([entry('a.in-part', B)]);
});

test('without ids each violation is waived that is not yet, drift in a strict run alone', () => {
  const violations = [entry('a.failed', A, B), entry('a.in-part', B)];
  expect(made(null).entries).toEqual(violations);
  expect(made(null, { strict: true }).entries).toEqual([...violations, entry('a.drift', A)]);
});

const REFUSED: readonly (readonly [
  what: string,
  ids: readonly string[] | null,
  change: Partial<LastReport>,
  problem: string,
])[] = [
  [
    'a mock',
    ['a.failed'],
    { mock: true },
    'The last run was against a mock, of which nothing is waived; right would be a run against the endpoint.',
  ],
  [
    'an inconclusive run',
    null,
    { verdict: 'inconclusive' },
    'The last run was inconclusive, so nothing of it is waived; right would be a new run. It said: Why.',
  ],
  ['an unknown id', ['a.faild'], {}, '`a.faild` is no requirement; the nearest known one is `a.failed`.'],
  [
    'an id that passed',
    ['a.passed'],
    {},
    '`a.passed` did not fail in the last run (passed); right would be one that did.',
  ],
  [
    'an id that drifted',
    ['a.drift'],
    {},
    '`a.drift` did not fail in the last run (drift, which passes unless a run is strict); right would be one that did.',
  ],
  [
    'an id that is waived',
    ['a.waived'],
    {},
    '`a.waived` is waived already, by B. Person, until 2026-02-01; right would be to change that entry.',
  ],
  [
    'an id that the report lacks',
    ['a.added'],
    {},
    '`a.added` is not in the report of the last run; right would be a new run.',
  ],
  [
    'a run without violations',
    null,
    { requirements: [judged('a.passed', 'passed')] },
    'The last run has no violation that is not waived; nothing was written.',
  ],
];
for (const [what, ids, change, problem] of REFUSED) {
  test(`${what} is refused with a sentence, and no entry is made`, () => {
    const told = newEntries({ ...REPORT, ...change }, { ...SAID, ids }, INPUT);
    expect(told).toEqual({ entries: [], problems: [problem] });
  });
}

test('one id that is refused keeps the others from being waived', () => {
  expect(made(['a.failed', 'a.passed']).entries).toEqual([]);
});
