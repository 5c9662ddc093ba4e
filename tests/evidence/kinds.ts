import { type Json, replaced } from '../../src/engine/json.ts';
import { onAccepted } from '../../src/suites/modelarts-plugins/mock/change.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { MOCK_DEFAULTS, type MockOptions } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { largePool } from '../bounds/payloads.ts';
import { answering, type Disturbance, hangingUp, type Passing } from '../campaign/disturbed.ts';
import { type Environment, iamSettings, liveSettings } from '../campaign/run.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';

/** A kind of run: what it meets, how it is asked for, and how it ends. */
export interface Kind {
  readonly what: string;
  readonly mock?: Partial<MockOptions>;
  readonly manner?: Manner;
  /** What stands between the suite and the mock; made anew for each run. */
  readonly disturb?: () => (passing: Passing) => Disturbance;
  readonly settings?: (endpoint: string) => Environment;
  readonly args?: readonly string[];
  readonly waivers?: string;
  readonly runner?: 'playwright';
  readonly code: 0 | 1;
  /** What its report says of it, so that it is of its kind. */
  readonly report: Record<string, unknown>;
}

/** What makes a DELETE's answer break twelve requirements: two of them by `inputs`. */
const WRONG: Readonly<Record<string, Json>> = {
  apiVersion: 'v1',
  kind: 'Pool',
  'metadata.name': 7,
  'metadata.creationTimestamp': '2001-02-03T04:05:06Z',
  'spec.template.name': 7,
  'spec.template.inputs': 'none',
  'status.phase': 'Gone',
  'status.version': 7,
  'status.reason': 7,
  'status.values': 7,
  'status.resources': 'none',
};

const [KEY] = MOCK_DEFAULTS.accessKeys;
/** What no page names, of 3 MB. */
const LONG = 'long '.repeat(600_000);
const OWN = 'delete.effect.neighbours';

/** Some Lists and Shows are hung up on, and the first DELETE of its own is throttled. */
function flaky({ method, onList, own, before }: Passing): Disturbance {
  if (method === 'GET' && (onList ? [4, 30, 40].includes(before) : before === 5)) return hangingUp;
  return method === 'DELETE' && own && before === 0 ? answering(429, { 'retry-after': '0' }) : null;
}

/** In the first attempt one refusal is answered 503 throughout. */
function twice(): (passing: Passing) => Disturbance {
  let left = 2;
  return ({ method, path }) =>
    method === 'DELETE' && path.includes('/pools/Not_A_Name%21/') && left-- > 0
      ? answering(503, { 'retry-after': '0' })
      : null;
}

const failed = (count: number) => ({ verdict: 'non-conformant', counts: { failed: count } });
const CONFORMANT = { verdict: 'conformant', counts: { failed: 0 } };

/** Fourteen of them. */
export const KINDS: readonly Kind[] = [
  { what: 'that is green', code: 0, report: CONFORMANT },
  {
    what: 'that is red by one',
    mock: { deviation: 'missing-phase' },
    code: 1,
    report: failed(1),
  },
  {
    what: 'that is red by twelve',
    manner: {
      answer: onAccepted((answer) => ({
        ...answer,
        body: Object.entries(WRONG).reduce(
          (body, [path, value]) => replaced(body, path.split('.'), value),
          answer.body,
        ),
      })),
    },
    code: 1,
    report: failed(12),
  },
  {
    what: 'that is red by an effect',
    mock: { deviation: 'deletes-neighbour' },
    code: 1,
    report: failed(1),
  },
  {
    what: 'that is waived',
    mock: { deviation: 'changes-neighbour' },
    waivers: `- requirement: ${OWN}\n  reason: Mended soon.\n  until: ${dayFromNow(30)}\n  approvedBy: A. Person\n`,
    code: 0,
    report: { verdict: 'conformant-with-waivers', counts: { failed: 0, waived: 1 } },
  },
  {
    what: 'that is strict',
    manner: { answer: onAccepted((answer) => ({ ...answer, body: replaced(answer.body, ['added'], 1) })) },
    settings: (endpoint) => ({ ...liveSettings(endpoint), CONFORMANCE_STRICT: 'true' }),
    code: 1,
    report: { verdict: 'non-conformant', strict: true, counts: { failed: 0, drift: 1 } },
  },
  {
    what: 'of an existing instance',
    settings: (endpoint) => ({
      ...liveSettings(endpoint),
      MODELARTS_PLUGIN_SOURCE: 'existing',
      MODELARTS_TEMPLATE_NAME: 'log-agent',
    }),
    code: 0,
    report: { ...CONFORMANT, target: { pluginSource: 'existing' } },
  },
  {
    what: 'over a flaky network',
    disturb: () => flaky,
    settings: (endpoint) => ({ ...liveSettings(endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '20000' }),
    code: 0,
    report: CONFORMANT,
  },
  {
    what: 'that is signed with an access key',
    settings: (endpoint) => ({
      ...liveSettings(endpoint),
      MODELARTS_AUTH_TOKEN: '',
      HUAWEICLOUD_SDK_AK: KEY?.accessKey ?? '',
      HUAWEICLOUD_SDK_SK: KEY?.secretKey ?? '',
    }),
    code: 0,
    report: { ...CONFORMANT, target: { authentication: 'AK/SK (SDK-HMAC-SHA256)' } },
  },
  { what: 'with a token of an IAM', settings: iamSettings, code: 0, report: CONFORMANT },
  {
    what: 'of several attempts',
    disturb: twice,
    args: ['--attempts', '3', '--attempt-delay', '0'],
    code: 0,
    report: { ...CONFORMANT, run: { attempts: 2 } },
  },
  {
    what: 'with bodies of several MB',
    manner: {
      answer: onAccepted((answer) => ({ ...answer, body: replaced(answer.body, ['added'], LONG) })),
    },
    code: 0,
    report: { verdict: 'conformant', counts: { failed: 0, drift: 1 } },
  },
  {
    what: 'of a pool whose List is long',
    disturb: () => largePool(2000),
    code: 0,
    report: CONFORMANT,
  },
  { what: "under Playwright's runner", runner: 'playwright', code: 0, report: CONFORMANT },
];
