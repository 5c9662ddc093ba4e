import type { Blocked, Evidence, Withheld } from '../../src/engine/model/evidence.ts';
import type {
  Body,
  Exchange,
  HeaderLine,
  OperationId,
  Purpose,
  RecordedResponse,
  Trouble,
} from '../../src/engine/model/exchange.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import type { Names } from '../../src/engine/model/resource.ts';
import type { WalkedSuite } from '../../src/lifecycle/walk/walked-suite.ts';

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
  readonly item?: string;
  readonly response?: RecordedResponse;
  readonly trouble?: Trouble;
}

/** What evidence has beside its exchanges, and the number of the first of these. */
export interface Beside {
  readonly from?: number;
  readonly blocked?: Blocked | null;
  readonly withheld?: readonly Withheld[];
}

/** An answer whose body may be anything. */
export function answered(
  status: number,
  body: Partial<Body>,
  headers: readonly HeaderLine[],
): RecordedResponse {
  const whole: Body = { encoding: 'utf-8', data: '', bytesOnWire: body.data?.length ?? 0, ...body };
  return { status, reason: '', httpVersion: 'HTTP/1.1', headers, body: whole };
}

/** A try of the request under test. */
export function tried(response: RecordedResponse, instance = 1): Step {
  return { purpose: 'probe', response, instance };
}

/** A try that got no whole answer. */
export function lost(kind: Trouble['kind'], instance = 1, response?: RecordedResponse): Step {
  const trouble = { kind, message: `It was ${kind}.` };
  return { purpose: 'probe', instance, trouble, ...(response === undefined ? {} : { response }) };
}

/** Makes the evidence of one scenario of a suite; the steps belong to its first probe unless they name one. */
export function recorded(
  { scenarios, resource }: Pick<WalkedSuite, 'scenarios' | 'resource'>,
  names: Names,
): (scenario: string, steps: readonly Step[], beside?: Beside) => Evidence {
  const operations = operationsOf(resource);
  return (scenario, steps, { from = 0, blocked = null, withheld = [] } = {}) => {
    const first = scenarios.find(({ id }) => id === scenario)?.probes[0]?.id ?? null;
    const exchanges = steps.map((step, at): Exchange => {
      const { purpose, probe = first, instance = 1, item = names.item } = step;
      const { response = null, trouble = null } = step;
      const index = from + at;
      const operation = operations[purpose];
      const own = { ...names, item };
      const url = resource.path('https://host.example', operation, own);
      return {
        ...{ index, scenario, probe, purpose, operation, instance },
        names: purpose === 'sign-in' ? null : own,
        // Five seconds apart, so that a settle time of a quarter of an hour is over after 180 of them.
        startedAt: momentAt(index * 5),
        durationMs: 1,
        timings: { connect: 0, wait: 1, receive: 0 },
        request: { method: 'GET', url, headers: [], body: null },
        ...{ response, trouble },
      };
    });
    return { scenario, exchanges, notes: [], withheld, blocked };
  };
}

function operationsOf({
  operations: { create, show, list, delete: remove },
}: WalkedSuite['resource']): Readonly<Record<Purpose, OperationId | null>> {
  return {
    ...{ 'sign-in': null, probe: remove, remove, list, install: create },
    ...{ settle: show, 'read-back': show, look: show },
  };
}

/** So many seconds after the beginning of a day. */
function momentAt(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return `2025-06-01T${parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}.000Z`;
}
