import type { Blocked, Evidence, Withheld } from '../../src/engine/model/evidence.ts';
import type {
  Body,
  Exchange,
  HeaderLine,
  Purpose,
  RecordedResponse,
  Trouble,
} from '../../src/engine/model/exchange.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';

/** A situation that a rule is shown, and what it must make of it. */
export interface RuleCase {
  readonly title: string;
  /** The requirement that is judged, of those that the rule yields. */
  readonly requirement: string;
  readonly evidence: readonly Evidence[];
  readonly outcome: Outcome;
  /** Part of the message of its first finding. */
  readonly says?: string;
  /** Part of what its first finding says that came. */
  readonly shows?: string;
}

/** An exchange as far as a case has something to say of it. */
export interface Step {
  readonly purpose: Purpose;
  readonly probe?: string | null;
  readonly instance?: number;
  readonly template?: string;
  readonly response?: RecordedResponse;
  readonly trouble?: Trouble;
}

export const TEMPLATE = 'node-local-dns';
const PROJECT = 'p';
const POOL = 'pool-a';
const LIST = `https://host.example/v2/${PROJECT}/pools/${POOL}/plugins`;
const CREATED = '2025-03-17T12:29:18Z';

const OPERATIONS = {
  probe: 'DeletePlugin',
  'sign-in': null,
  list: 'ListPlugins',
  install: 'CreatePlugin',
  settle: 'ShowPlugin',
  'read-back': 'ShowPlugin',
  look: 'ShowPlugin',
  remove: 'DeletePlugin',
} as const;

/** The first probe of each scenario. */
const FIRST_PROBES: Readonly<Record<string, string>> = {
  credentials: 'no-token',
  methods: 'put',
  'ill-formed': 'ill-formed-pool',
  unknown: 'unknown-template',
  installed: 'delete',
  'installed-with-body': 'delete-with-body',
  repeated: 'repeat',
  'end-of-run': 'end',
};

/** A plug-in as an answer describes it. */
export function plugin(template = TEMPLATE, changes: object = {}): object {
  return {
    apiVersion: 'v2',
    kind: 'Plugin',
    metadata: { name: `pool-a-${template}`, creationTimestamp: CREATED },
    spec: { template: { name: template, version: '1.6.36', inputs: { a: [true, { b: '1' }] } } },
    status: { phase: 'Running' },
    ...changes,
  };
}

/** The neighbour that stands in the pool of every case. */
export const NEIGHBOUR = plugin('log-agent');

/** An answer with a JSON body. */
export function answer(status: number, value: unknown, headers?: readonly HeaderLine[]): RecordedResponse {
  return raw(status, { data: JSON.stringify(value) }, headers);
}

/** An answer with a body that may be anything. */
export function raw(
  status: number,
  body: Partial<Body>,
  headers: readonly HeaderLine[] = [['content-type', 'application/json;charset=UTF-8']],
): RecordedResponse {
  const whole: Body = { encoding: 'utf-8', data: '', bytesOnWire: body.data?.length ?? 0, ...body };
  return { status, reason: '', httpVersion: 'HTTP/1.1', headers, body: whole };
}

/** A List that names these plug-ins. */
export function list(...items: readonly object[]): Step {
  return { purpose: 'list', response: answer(200, { kind: 'PluginList', apiVersion: 'v2', items }) };
}

/** A List with the neighbour alone, and one with the suite's plug-in too. */
export const WITHOUT = list(NEIGHBOUR);
export const WITH = list(NEIGHBOUR, plugin());

/** A Show; of the suite's plug-in where no other template is named. */
export function show(
  purpose: 'settle' | 'read-back' | 'look',
  status: number,
  body: object = plugin(),
): Step {
  return { purpose, response: answer(status, status === 200 ? body : REFUSAL) };
}

export const REFUSAL = { error_code: 'ModelArts.50004000', error_msg: 'Bad request.' };

/** A try of the request under test. */
export function tried(response: RecordedResponse, instance = 1): Step {
  return { purpose: 'probe', response, instance };
}

/** A try that got no whole answer. */
export function lost(kind: Trouble['kind'], instance = 1, response?: RecordedResponse): Step {
  const trouble = { kind, message: `It was ${kind}.` };
  return { purpose: 'probe', instance, trouble, ...(response === undefined ? {} : { response }) };
}

/** The evidence of one scenario; the steps belong to its first probe unless they name one. Numbered from `from`. */
export function evidence(
  scenario: string,
  steps: readonly Step[],
  {
    from = 0,
    blocked = null,
    withheld = [],
  }: { from?: number; blocked?: Blocked | null; withheld?: readonly Withheld[] } = {},
): Evidence {
  const probe = FIRST_PROBES[scenario] ?? null;
  const exchanges = steps.map((step, index) => exchangeOf(scenario, probe, step, from + index));
  return { scenario, exchanges, notes: [], withheld, blocked };
}

/** Show and List deny the plug-in, twice in a row. */
export const GONE = [show('settle', 404), WITHOUT, show('settle', 404), WITHOUT];

/** A whole accepted deletion: read back, DELETE, gone, no longer listed. */
export function deletion(response: RecordedResponse = answer(200, plugin())): readonly Step[] {
  return [WITH, show('read-back', 200), tried(response), ...GONE];
}

/** A probe that is refused, with the pool before and after it. */
export function refusal(response: RecordedResponse, probe?: string): readonly Step[] {
  const steps = [WITH, tried(response), WITH, show('look', 200)];
  return probe === undefined ? steps : steps.map((step) => ({ ...step, probe }));
}

/** The accepted DELETE without which no refusal proves anything; numbered from 100. */
export const TWIN = evidence('installed', deletion(), { from: 100 });

function exchangeOf(scenario: string, first: string | null, step: Step, index: number): Exchange {
  const { purpose, probe = first, instance = 1, template = TEMPLATE, response = null, trouble = null } = step;
  const isPool = purpose === 'list' || purpose === 'install';
  return {
    index,
    scenario,
    probe,
    purpose,
    operation: OPERATIONS[purpose],
    names: purpose === 'sign-in' ? null : { project: PROJECT, collection: POOL, item: template },
    instance,
    // Five seconds apart, so that a settle time of a quarter of an hour is over after 180 of them.
    startedAt: momentAt(index * 5),
    durationMs: 1,
    timings: { connect: 0, wait: 1, receive: 0 },
    request: { method: 'GET', url: isPool ? LIST : `${LIST}/${template}`, headers: [], body: null },
    response,
    trouble,
  };
}

/** So many seconds after the beginning of a day. */
function momentAt(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return `2025-06-01T${parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}.000Z`;
}
