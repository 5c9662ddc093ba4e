import { groupsOf } from '../../src/engine/judge/groups.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import type { Because, JudgedRequirement, Report, ReportInput } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import type { Waiver } from '../../src/engine/model/waiver.ts';
import { PACKAGE } from '../../src/engine/package-root.ts';
import { given } from '../judge/contract.ts';
import { notesRun } from '../suites/notes/run.ts';
import { scenarios } from '../suites/notes/scenarios.ts';
import { HOSTILE } from './hostile.ts';
import { AT, EXCHANGES, NAMES } from './sample-exchanges.ts';
import { JUDGED } from './sample-judged.ts';

const REASONS: Readonly<Record<string, Because>> = {
  'delete.404.body.detail': { reason: 'In every 404 that came the member is absent, as it may be.' },
  'delete.404.body.errors.allowed.length': {
    reason: `In every 404 that came \`errors.allowed\` is not an object. ${HOSTILE}`,
    requirement: 'delete.404.body.errors.allowed',
  },
  'delete.method.put': { reason: '`NOTES_SOURCE` is `existing`.' },
  'delete.404.members': { reason: 'The body has the member `note`, which no page names.' },
};

/** Of one that is waived, and of one that is waived in part. */
export const WAIVER: Waiver = {
  requirement: 'delete.default.body.title',
  reason: `It is mended in May. ${HOSTILE}`,
  until: '2025-05-31',
  approvedBy: `A. Person ${HOSTILE}`,
  fingerprints: ['0123456789ab'],
  ticket: `OPS-7 ${HOSTILE}`,
  since: '2025-03-01',
};
const IN_PART: Waiver = {
  requirement: 'delete.access.wrong-token',
  reason: 'The gateway.',
  until: '2025-04-30',
  approvedBy: 'B. Person',
  fingerprints: ['ba9876543210'],
};

const WAIVERS: Readonly<Record<string, Waiver>> = {
  [WAIVER.requirement]: WAIVER,
  [IN_PART.requirement]: IN_PART,
};

/** Where the page shows each. */
const GROUPS = new Map(requirements(given).map(({ id, group }) => [id, group]));
const IDS = [...GROUPS.keys()];

function requirement(id: string): JudgedRequirement {
  const [outcome, ...findings] = JUDGED[id] ?? (['passed'] as const);
  const waiver = WAIVERS[id];
  const because = REASONS[id];
  const group = GROUPS.get(id);
  return {
    id,
    ...(group === undefined ? {} : { group }),
    title: `MUST hold what \`${id.split('.').slice(1).join('.')}\` says of the answer to a DELETE`,
    level: 'MUST',
    basis: id.includes('members') ? 'sibling' : 'documented',
    clause: `Response Parameters, status code 404, ${id.split('.').at(-1)}`,
    ...(id.startsWith('delete.404.body') ? { readings: ['request-body', 'of-earlier-versions'] } : {}),
    scenarios: ['there'],
    outcome,
    findings,
    ...(because === undefined ? {} : { because }),
    ...(waiver === undefined ? {} : { waiver }),
  };
}

/** A report over those requirements, its counts made from them. */
export function reportOf(requirements: readonly JudgedRequirement[], change: Partial<Report> = {}): Report {
  const count = (outcome: Outcome) => requirements.filter((one) => one.outcome === outcome).length;
  return {
    formatVersion: 1,
    verdict: 'non-conformant',
    reason: `${count('failed')} of ${requirements.length} requirements are violated.`,
    strict: false,
    interrupted: false,
    target: {
      endpoint: 'https://notes.example.com',
      mock: false,
      deviation: null,
      ...NAMES,
      source: 'install',
      authentication: 'a token (X-Auth-Token)',
    },
    contract: { title: 'Notes', version: '1.0.0', sha256: '3f'.repeat(32) },
    suite: { name: PACKAGE.name, version: '0.1.0' },
    environment: { node: 'v20.20.2', platform: 'linux x64' },
    startedAt: '2025-03-17T12:29:18.123Z',
    durationMs: 41_370,
    run: { id: '6f1d7a52-3f0e-4b0e-9d5e-0d4b8c1b2a3c', exitCode: 1, attempts: 1, mostAttempts: 1 },
    limits: {
      requestTimeoutMs: 30_000,
      settleTimeoutMs: 900_000,
      runTimeoutMs: null,
      longestMs: 12_660_000,
    },
    counts: {
      passed: count('passed'),
      failed: count('failed'),
      drift: count('drift'),
      notObserved: count('not-observed'),
      inconclusive: count('inconclusive'),
      notApplicable: count('not-applicable'),
      waived: count('waived'),
    },
    requirements,
    groups: groupsOf(given),
    scenarios: scenarios.map(({ id, title, chapter }) => ({
      id,
      title,
      chapter,
      state: id === 'repeated' ? 'blocked' : 'carried-through',
      blocked:
        id === 'repeated'
          ? {
              cause: 'The answer broke off after 13 of 1200 bytes.',
              tried: `The request was sent twice. ${HOSTILE}`,
              remedy: 'Ask who runs the gateway.',
              endsRun: false,
              exchange: AT.cut,
            }
          : null,
    })),
    notes: [
      { message: 'A List was answered with 429 and sent again after 2 s.', exchange: 0 },
      { message: HOSTILE },
    ],
    readings: [
      {
        id: 'request-body',
        documents: 'The page lists no request parameters, and its example request carries the body `{ }`.',
        reading: 'A DELETE works with that body and without one; both are sent.',
      },
      { id: 'reason', documents: HOSTILE, reading: 'It is a string, and its content is free.' },
    ],
    ...change,
  };
}

/** The requirements of the sample with what became of them. */
export const REQUIREMENTS = IDS.map(requirement);

/** A run that met everything that can be met, hostile texts too. */
export const SAMPLE: ReportInput = {
  suite: notesRun.reported,
  report: reportOf(REQUIREMENTS),
  exchanges: EXCHANGES,
};
