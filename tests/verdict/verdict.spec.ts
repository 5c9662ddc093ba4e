import { expect } from '@playwright/test';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import type { Verdict } from '../../src/engine/model/verdict.ts';
import { exitCode } from '../../src/engine/verdict/exit-code.ts';
import { type Circumstances, conclude } from '../../src/engine/verdict/verdict.ts';
import { test } from '../own-test.ts';
import { judged } from './requirement.ts';

const SEEN: Circumstances = { strict: false, ...unseen(), refusals: new Map(), interrupted: false };

function unseen(...statuses: readonly number[]): Pick<Circumstances, 'unseen'> {
  return { unseen: { method: 'DELETE', statuses } };
}

type Row = readonly [title: string, readonly Outcome[], Partial<Circumstances>, Verdict, reason: RegExp];

const ROWS: readonly Row[] = [
  [
    'all held',
    ['passed', 'not-observed', 'not-applicable'],
    {},
    'conformant',
    /^No MUST was broken; 1 of 3 /,
  ],
  ['drift', ['passed', 'drift'], {}, 'conformant', /hold, 1 drifted\.$/],
  ['drift, strict', ['passed', 'drift'], { strict: true }, 'non-conformant', /`r1` did not hold/],
  ['a violation', ['failed', 'inconclusive'], {}, 'non-conformant', /^`r0` did not hold; 0 of 2 /],
  ['two violations', ['failed', 'failed', 'failed'], {}, 'non-conformant', /`r0` and 2 more/],
  ['trouble', ['passed', 'inconclusive'], {}, 'inconclusive', /`r1` could not be tested/],
  ['a violation that is waived', ['passed', 'waived'], {}, 'conformant-with-waivers', /`r1`/],
  ['a waiver, and trouble', ['inconclusive', 'waived'], {}, 'inconclusive', /`r0`/],
  ['no 200', ['passed'], unseen(200), 'inconclusive', /^No 200 to a DELETE/],
  ['no 400', ['passed'], unseen(400), 'inconclusive', /^No 400 to a DELETE/],
  ['neither', ['passed'], unseen(200, 400), 'inconclusive', /^No 200 and no 400 to/],
  ['no 400, and a violation', ['failed'], unseen(400), 'non-conformant', /did not hold/],
  ['interrupted', ['passed'], { interrupted: true }, 'inconclusive', /interrupted/],
  ['interrupted, and a violation', ['failed'], { interrupted: true }, 'non-conformant', /did not hold/],
  ['unfinished', ['passed'], { unfinished: ['end-of-run'] }, 'inconclusive', /`end-of-run`/],
  ['nothing at all', [], {}, 'inconclusive', /No requirement was judged/],
];

for (const [title, outcomes, circumstances, verdict, reason] of ROWS) {
  test(`${title}: ${verdict}`, () => {
    const requirements = outcomes.map((outcome, at) => judged(`r${at}`, outcome));
    const concluded = conclude(requirements, { ...SEEN, ...circumstances });
    expect(concluded.verdict).toBe(verdict);
    expect(concluded.reason).toMatch(reason);
    expect(concluded.reason).toMatch(/^[A-Z`].*\.$/);
    expect(Object.values(concluded.counts).reduce((sum, one) => sum + one, 0)).toBe(outcomes.length);
  });
}

const SENTENCES: readonly (readonly [readonly Outcome[], Partial<Circumstances>, reason: string])[] = [
  [['passed'], {}, 'No MUST was broken; the one requirement was seen to hold.'],
  [['passed', 'passed'], {}, 'No MUST was broken; all 2 requirements were seen to hold.'],
  [
    ['passed', 'not-observed', 'not-observed', 'not-applicable'],
    {},
    'No MUST was broken; 1 of 4 requirements was seen to hold, 2 were never seen, 1 does not apply.',
  ],
  [
    ['passed', 'passed', 'drift', 'not-observed'],
    {},
    'No MUST was broken; 2 of 4 requirements were seen to hold, 1 drifted, 1 was never seen.',
  ],
  [
    ['passed', 'passed', 'drift', 'failed'],
    { strict: true },
    '`r2` and 1 more did not hold, drift counted as a strict run does; 2 of 4 requirements were seen to hold.',
  ],
  [
    ['passed', 'passed', 'drift', 'failed'],
    {},
    '`r3` did not hold; 2 of 4 requirements were seen to hold, 1 drifted.',
  ],
  [
    ['passed', 'waived', 'not-observed'],
    {},
    'No MUST was broken but what a waiver names (`r1`); 1 of 3 requirements was seen to hold, 1 is waived, 1 was never seen.',
  ],
  [
    ['passed', 'inconclusive', 'inconclusive'],
    {},
    '`r1` and 1 more could not be tested; 1 of 3 requirements was seen to hold, 2 could not be tested.',
  ],
  [['inconclusive', 'inconclusive'], {}, 'Nothing could be tested.'],
  [
    ['passed', 'drift', 'not-observed'],
    { ...unseen(400), refusals: new Map([[404, 10]]).set(403, 1) },
    "No 400 to a DELETE with the user's credentials was seen, the DELETEs that had to be refused were answered " +
      'otherwise (10 with 404, 1 with 403): see whether something in front of the service refuses them in its place, ' +
      'or have `CONFORMANCE_STRICT` count that as a violation; 1 of 3 requirements was seen to hold, 1 drifted, ' +
      '1 was never seen.',
  ],
];

for (const [outcomes, circumstances, reason] of SENTENCES) {
  test(`the sentence says how much was seen: ${reason.slice(0, 70)}`, () => {
    const requirements = outcomes.map((outcome, at) => judged(`r${at}`, outcome));
    expect(conclude(requirements, { ...SEEN, ...circumstances }).reason).toBe(reason);
  });
}

test('what was broken and is no MUST is told apart from the MUSTs', () => {
  const all = [judged('a', 'passed'), judged('b', 'failed', 'SHOULD'), judged('c', 'failed')];
  expect(conclude(all.slice(0, 2), SEEN).reason).toBe(
    'No MUST was broken; 1 of 2 requirements was seen to hold, 1 that is no MUST was broken.',
  );
  expect(conclude(all, SEEN).reason).toBe(
    '`c` did not hold; 1 of 3 requirements was seen to hold, 1 that is no MUST was broken.',
  );
});

test('what only SHOULD be fails a strict run alone, and leaves no doubt', () => {
  const should = [
    judged('a', 'passed'),
    judged('b', 'failed', 'SHOULD'),
    judged('c', 'inconclusive', 'SHOULD'),
  ];
  expect(conclude(should, SEEN).verdict).toBe('conformant');
  expect(conclude(should, { ...SEEN, strict: true }).verdict).toBe('non-conformant');
});

test('the exit code is the first of 4, 130, 1, 3, 0 that holds', () => {
  const verdicts = {
    conformant: 0,
    'conformant-with-waivers': 0,
    'non-conformant': 1,
    inconclusive: 3,
  } as const;
  for (const [verdict, code] of Object.entries(verdicts)) {
    // The keys of the object above are the verdicts.
    const ended = { fault: false, interrupted: false, verdict: verdict as Verdict };
    expect(exitCode(ended)).toBe(code);
    expect(exitCode({ ...ended, interrupted: true })).toBe(130);
    expect(exitCode({ ...ended, interrupted: true, fault: true })).toBe(4);
  }
  expect(exitCode({ fault: false, interrupted: false, verdict: null })).toBe(4);
  expect(exitCode({ fault: false, interrupted: true, verdict: null })).toBe(130);
});
