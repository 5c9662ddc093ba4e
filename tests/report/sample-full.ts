import { requirements } from '../../src/engine/judge/requirements.ts';
import type { JudgedRequirement, ReportInput } from '../../src/engine/model/report.ts';
import { given } from '../judge/contract.ts';
import { BIDI, HOSTILE } from './hostile.ts';
import { reported } from './reported.ts';
import { REQUIREMENTS, reportOf, SAMPLE, WAIVER } from './sample.ts';
import { AT, EXCHANGES } from './sample-exchanges.ts';

const MEMBERS = new Map(requirements(given).map(({ id, member }) => [id, member]));

/** The index of the first List, and of a later one. */
const [BEFORE, AFTER] = [0, EXCHANGES.length - 3];

const EFFECT = reported({
  kind: 'violation',
  message: `Another note is not in List afterwards. ${HOSTILE}`,
  expected: HOSTILE,
  actual: 'missing',
  exchange: AT.status202,
  before: BEFORE,
  after: AFTER,
});

/** With all that a report of this version says of a requirement. */
function inFull(one: JudgedRequirement): JudgedRequirement {
  const { id, clause, readings = [] } = one;
  const member = MEMBERS.get(id);
  const isEffect = id === 'delete.effect.neighbours';
  const findings = isEffect ? [EFFECT] : one.findings;
  const shownBy = findings.flatMap(({ exchange }) => exchange ?? []);
  return {
    ...one,
    findings,
    outcome: isEffect ? 'failed' : one.outcome,
    source: { clause, says: `It says so. ${HOSTILE}`, note: `It is read so. ${HOSTILE}`, readings },
    ...(member === undefined ? {} : { member }),
    exchanges: shownBy.length === 0 ? [AT.refused] : [...new Set(shownBy)],
    provenBy: 2,
  };
}

const verdicts = ['conformant', 'non-conformant', 'inconclusive', 'conformant-with-waivers'] as const;
const STARTED = '2025-03-16T12:29:18.123Z';
const CHANGE = { fingerprint: '0123456789ab', since: STARTED, seen: 2, of: 3 };

/** The sample with all that a report of this version can have, hostile wherever a target could write it. */
export const FULL: ReportInput = {
  ...SAMPLE,
  report: reportOf(REQUIREMENTS.map(inFull), {
    waivers: { expired: [{ ...WAIVER, until: '2025-03-01' }], notYet: [], stale: [WAIVER], expiring: [] },
    waits: [{ what: `gone ${BIDI}`, exchange: AT.install, ms: 12_345, asked: 1234 }],
    timings: [{ operation: HOSTILE, answers: 10_000, min: 1, p50: 2, max: 3000 }],
    after: { left: [HOSTILE], changed: 10_000 },
    recentRuns: verdicts.map((verdict) => ({ startedAt: STARTED, verdict })),
    changes: {
      base: { run: 'a-run', startedAt: STARTED, verdict: 'conformant', suite: '0.1.0' },
      comparable: true,
      why: null,
      new: [{ id: 'delete.effect.neighbours', ...CHANGE }],
      still: [{ id: 'delete.404.body.title', ...CHANGE }],
      fixed: [],
      intermittent: [],
      unknown: [],
    },
  }),
  proofs: { 'delete.404.body.title': ['title-number', HOSTILE] },
  sums: [{ file: HOSTILE, sha256: '3f'.repeat(32) }],
};
