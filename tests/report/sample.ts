import { idOf } from '../../src/engine/judge/demands.ts';
import { groupsOf } from '../../src/engine/judge/groups.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import type { Finding } from '../../src/engine/model/finding.ts';
import type { Because, JudgedRequirement, Report, ReportInput } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { given } from '../suites/modelarts-plugins/given.ts';
import { HOSTILE } from './hostile.ts';
import { AT, EXCHANGES } from './sample-exchanges.ts';

const RESET = 'The connection was reset twice while `List` was answered.';

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'metadata.name',
  'metadata.creationTimestamp',
  'spec',
].concat(
  ['spec.template', 'spec.template.name', 'spec.template.version', 'spec.template.inputs', 'status'],
  ['status.phase', 'status.version', 'status.reason', 'status.values', 'status.resources'],
);

const WIRE = ['media-type', 'json', 'json.encoding', 'json.charset', 'json.unique-names', 'members'];

const IDS: readonly string[] = [
  ...scenarios.flatMap(({ probes }) => probes.map(({ about }) => idOf(about))),
  ...[200, 400].flatMap((status) => WIRE.map((what) => `delete.${status}.${what}`)),
  'delete.200.body',
  ...FIELDS.map((path) => `delete.200.body.${path}`),
  ...['', '.error_code', '.error_msg'].map((path) => `delete.400.body${path}`),
  ...['name', 'creationTimestamp', 'template'].map((what) => `delete.200.instance.${what}`),
  ...['gone', 'unlisted', 'neighbours', 'refused-unchanged'].map((what) => `delete.effect.${what}`),
  'delete.error.no-internals',
];

type Judged = readonly [outcome: Outcome, ...findings: Finding[]];

function violation(message: string, exchange: number, more: Partial<Finding> = {}): Finding {
  return { kind: 'violation', message, exchange, expected: 'as documented', actual: 'otherwise', ...more };
}

/** What became of those that did not simply pass. */
const JUDGED: Readonly<Record<string, Judged>> = {
  'delete.200.with-body': [
    'failed',
    violation('A DELETE of an installed plug-in, with the body `{ }`, was answered with 202.', AT.status202, {
      expected: '200',
      actual: '202',
    }),
  ],
  'delete.200.body.metadata.name': [
    'failed',
    violation('`metadata.name` is no string.', AT.deleted, {
      pointer: '/metadata/name',
      expected: 'a string',
      actual: '42',
    }),
  ],
  'delete.200.body.metadata.creationTimestamp': [
    'failed',
    violation('`metadata.creationTimestamp` is missing.', AT.deleted, {
      pointer: '/metadata/creationTimestamp',
      expected: 'a string, an RFC 3339 date-time with a zone',
      actual: 'missing',
    }),
  ],
  'delete.200.body.status.phase': [
    'failed',
    violation('`status.phase` is none of the documented values.', AT.deleted, {
      pointer: '/status/phase',
      expected: 'one of "Pending", "Running", "Updating", "Abnormal", "Deleting"',
      actual: '"Gone"',
      basis: 'sibling',
      note: `The sibling pages have these five. ${HOSTILE}`,
    }),
  ],
  'delete.access.wrong-token': [
    'failed',
    violation(`A DELETE with a wrong token was answered with 400: ${HOSTILE}`, AT.wrongToken, {
      expected: '401 or 403',
      actual: `400 ${HOSTILE}`,
    }),
    { kind: 'drift', message: 'A second finding.', exchange: AT.wrongToken, pointer: '' },
  ],
  'delete.400.body.error_msg': ['failed', { kind: 'violation', message: `No exchange, ${HOSTILE}` }],
  'delete.200.members': [
    'drift',
    {
      kind: 'drift',
      message: 'The body has the member `note`, which no page names.',
      pointer: '/note',
      expected: 'no member but those documented',
      actual: HOSTILE,
      exchange: AT.deleted,
    },
  ],
  'delete.400.members': [
    'drift',
    { kind: 'drift', message: HOSTILE, pointer: '/a~1b~0c', exchange: AT.deleted },
  ],
  'delete.400.repeated': [
    'inconclusive',
    { kind: 'trouble', message: 'The answer broke off after 13 of 1200 bytes.', exchange: AT.cut },
  ],
  'delete.400.ill-formed.pool-name': [
    'inconclusive',
    { kind: 'trouble', message: HOSTILE, exchange: AT.notHttp },
  ],
  'delete.400.over-long.template-name': [
    'inconclusive',
    { kind: 'trouble', message: RESET, exchange: AT.silent },
  ],
  'delete.400.over-long.pool-name': [
    'inconclusive',
    { kind: 'trouble', message: RESET, exchange: AT.silent },
  ],
  'delete.400.over-long.project-id': [
    'inconclusive',
    { kind: 'trouble', message: RESET, exchange: AT.silent },
  ],
  'delete.200.body.status.values': ['not-observed'],
  'delete.200.body.status.resources': ['not-observed'],
  'delete.400.encoded.template-name': ['not-applicable'],
  'delete.400.body.error_code': ['waived', violation('`error_code` has another shape.', AT.wrongToken)],
};

/** Why some of them neither passed nor failed; reports of earlier versions say it of none. */
const REASONS: Readonly<Record<string, Because>> = {
  'delete.200.body.status.values': { reason: 'In every 200 that came the member is absent, as it may be.' },
  'delete.200.body.status.resources': {
    reason: `In every 200 that came \`status\` is not an object. ${HOSTILE}`,
    requirement: 'delete.200.body.status',
  },
  'delete.400.encoded.template-name': { reason: '`MODELARTS_PLUGIN_SOURCE` is `existing`.' },
  'delete.200.members': { reason: 'The body has the member `note`, which no page names.' },
};

const WAIVERS: Readonly<Record<string, string>> = {
  'delete.400.body.error_code': `Ticket 7, until May. ${HOSTILE}`,
};

/** Where the page shows each. */
const GROUPS = new Map(requirements(given).map(({ id, group }) => [id, group]));

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
    clause: `Response Parameters, status code 200, ${id.split('.').at(-1)}`,
    ...(id.startsWith('delete.200.body') ? { readings: ['request-body', 'of-earlier-versions'] } : {}),
    scenarios: ['installed'],
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
    verdict: 'non-conformant',
    reason: `${count('failed')} of ${requirements.length} requirements are violated.`,
    strict: false,
    interrupted: false,
    target: {
      endpoint: 'https://modelarts.eu-de.example.com',
      mock: false,
      deviation: null,
      project: '5b7a1c0de9f24c8fb1a2c3d4e5f60718',
      collection: 'pool-4cd084d36f8bd3346036',
      item: 'node-local-dns',
      source: 'install',
      authentication: 'a token (X-Auth-Token)',
    },
    contract: { title: 'ModelArts plug-ins', version: '1.0.0', sha256: '3f'.repeat(32) },
    suite: { name: 'modelarts-plugin-conformance', version: '0.1.0' },
    environment: { node: 'v20.20.2', platform: 'linux x64' },
    startedAt: '2025-03-17T12:29:18.123Z',
    durationMs: 41_370,
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
  suite: reportedPlugins,
  report: reportOf(REQUIREMENTS),
  exchanges: EXCHANGES,
};
