import { answeredInWords, documentedAnswer } from '../contract/answer-key.ts';
import { statusOfAnswer } from '../judge/body/read-answer.ts';
import { trouble } from '../judge/finding.ts';
import { groupsOf } from '../judge/groups.ts';
import { judgedRequirement } from '../judge/judged-requirement.ts';
import { judgeDemand } from '../judge/outcome.ts';
import { ruled } from '../judge/requirements.ts';
import type { Demand, Given, Judged, JudgedSuite, Rule, Subject } from '../judge/rule.ts';
import { troubleWith } from '../judge/trouble.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedRequirement, Report } from '../model/report.ts';
import type { OperationUnderTest } from '../model/requirement.ts';
import type { Expectation, Probe } from '../model/scenario.ts';
import { documentedStatus, STATUS_GROUP, statusDemand } from './documented-status.ts';
import { probeAnswered, RECORDING } from './recorded-exchange.ts';

/** Why most requirements need a run, or a recording of one. */
const OUT_OF_REACH =
  'A recording by another tool does not say with what intent a request was sent, nor what was there before and after it.';

const NO_BYTES = 'A recording by another tool has the text of a body, and not its bytes.';

const NO_HEADERS = 'The recording does not have the headers of this answer.';

/** What is judged of a recording by another tool. */
export interface Recorded extends Given {
  /** Those that match an operation, in the order of the file; those under test are probes. */
  readonly exchanges: readonly Exchange[];
  /** Indexes of those whose request had credentials that the recording shows. */
  readonly withCredentials: ReadonlySet<number>;
}

/** What became of the requirements of a recording. */
export interface JudgedRecording {
  readonly requirements: readonly JudgedRequirement[];
  readonly groups: NonNullable<Report['groups']>;
  /** Requests under test in words, by their probes. */
  readonly requests: Readonly<Record<string, string>>;
  /** How many requests under test had an answer that tells what it is to tell. */
  readonly told: number;
}

/**
 * Judges the requirements that need no control of the target, over every request under test by itself: its status, what
 * is in its answer, and what an error shows. All others are not applicable. Pure, total; never throws.
 */
export function judgeRecorded({ suite, contract, exchanges, withCredentials }: Recorded): JudgedRecording {
  const judgedSuite = withoutEffects(suite);
  const subjects = subjectsOf({ suite: judgedSuite, contract, exchanges, withCredentials });
  const told = {
    ...{ suite, contract },
    exchanges: new Map(exchanges.map((one): [number, Exchange] => [one.index, one])),
  };
  const possible = suite.operations.flatMap((operation) =>
    [...(contract.operations.get(operation.id)?.responses.keys() ?? [])].map((key) =>
      probeOf(operation, { key, status: null, method: '', hasCredentials: true }),
    ),
  );
  const ofStatus = suite.operations.map((operation) => {
    const demand = statusDemand(operation);
    const rule = documentedStatus(contract, suite, operation);
    return judgedRequirement(
      { ...aboutStatus(demand, operation), scenarios: [RECORDING] },
      judged(rule, demand, subjects, judgedSuite),
      told,
    );
  });
  const others = ruled({ suite, contract }).map(({ rule, demand, requirement }) => {
    if (!possible.some(demand.shownBy) || rule.needsBytes === true) {
      const reason = possible.some(demand.shownBy) ? NO_BYTES : OUT_OF_REACH;
      const outcome = { outcome: 'not-applicable', findings: [], because: { reason } } as const;
      return judgedRequirement({ ...requirement, scenarios: [] }, outcome, told);
    }
    const found = judged(rule, demand, subjects, judgedSuite);
    return judgedRequirement({ ...requirement, scenarios: [RECORDING] }, found, told);
  });
  return {
    requirements: [...ofStatus, ...others],
    groups: [
      ...suite.operations.map(({ slug }) => ({
        key: `${slug}.${STATUS_GROUP}`,
        title: 'Statuses of the answers',
      })),
      ...groupsOf({ suite, contract }),
    ],
    requests: Object.fromEntries(subjects.map(({ probe }) => [probe.id, `${probe.method} ${probe.title}`])),
    told: subjects.filter((one) => troubleWith(one) === null && !isUnrecorded(one)).length,
  };
}

/** What became of a requirement: what says nothing gives way to what does. */
function judged(rule: Rule, demand: Demand, all: readonly Subject[], suite: JudgedSuite): Judged {
  const showing = all.filter(({ probe }) => demand.shownBy(probe));
  if (showing.length === 0) {
    const { status } = demand;
    const what = status === null ? '' : ` answered ${answeredInWords(status)}`;
    const reason = `The recording has no ${suite.decisive.method}${what}.`;
    return { outcome: 'not-observed', findings: [], because: { reason } };
  }
  const isLacking = (one: Subject) => rule.needsHeaders === true && hasNoHeaders(one);
  const [lacking] = showing.every(isLacking) ? showing : [];
  if (lacking !== undefined) return untold(lacking.exchange, 'no-headers', NO_HEADERS);
  const telling = showing.filter((one) => {
    if (isLacking(one)) return false;
    const isShown = rule.appliesTo(one, demand);
    return isShown && !rule.judge(one, demand).some(({ kind }) => kind === 'trouble');
  });
  const found = judgeDemand({ rule, demand }, telling.length > 0 ? telling : showing, {
    suite,
    proven: true,
  });
  const unrecorded = showing.find(isUnrecorded);
  if (found.outcome !== 'not-observed' || unrecorded === undefined) return found;
  const { exchange } = unrecorded;
  return untold(exchange, 'not-recorded', exchange?.response?.body.unrecorded ?? '');
}

function untold(exchange: Exchange | null, code: string, message: string): Judged {
  const findings = [{ ...trouble(exchange, code, message), basis: 'reading' } as const];
  return { outcome: 'inconclusive', findings, because: { reason: message } };
}

/** Some tools keep none, and every answer has one. */
function hasNoHeaders({ exchange }: Subject): boolean {
  return exchange?.response?.headers.length === 0;
}

function isUnrecorded({ exchange }: Subject): boolean {
  return exchange?.response?.body.unrecorded !== undefined;
}

/** No effect can be told where nobody looked on purpose. */
function withoutEffects(suite: JudgedSuite): JudgedSuite {
  return { ...suite, effects: { hadEffect: () => false, isLostForGood: () => false } };
}

/** Each request under test by itself, with the control requests just before and after it. */
function subjectsOf({ suite, contract, exchanges, withCredentials }: Recorded): readonly Subject[] {
  const before: (Exchange | undefined)[] = [];
  const after: (Exchange | undefined)[] = [];
  const isControl = ({ purpose }: Exchange) => purpose === suite.control.purpose;
  let last: Exchange | undefined;
  for (const [at, one] of exchanges.entries()) {
    before[at] = last;
    if (isControl(one)) last = one;
  }
  last = undefined;
  for (let at = exchanges.length - 1; at >= 0; at -= 1) {
    after[at] = last;
    const one = exchanges[at];
    if (one !== undefined && isControl(one)) last = one;
  }
  const isPlain = exchanges.some((one) => statusOfAnswer(one) !== null && !isRedirect(one));
  return exchanges.flatMap((exchange, at) => {
    const operation = suite.operations.find(({ id }) => id === exchange.operation);
    const tested = contract.operations.get(exchange.operation ?? '');
    if (operation === undefined || tested === undefined || exchange.purpose !== 'probe') return [];
    const status = statusOfAnswer(exchange);
    const key = status === null ? null : (documentedAnswer(tested, status)?.key ?? null);
    const hasCredentials = withCredentials.has(exchange.index);
    const probe = probeOf(operation, { key, status, method: exchange.request.method, hasCredentials });
    const around = [before[at], exchange, after[at]].filter((one) => one !== undefined);
    const evidence = { scenario: RECORDING, exchanges: around, notes: [], withheld: [], blocked: null };
    // Where every answer is a redirect, something in front of the endpoint may give it to whoever asks.
    const lost = isRedirect(exchange) && !isPlain ? { ...exchange, trouble: REDIRECTED } : exchange;
    return {
      ...{ suite, contract, probe, evidence, earlier: [], tries: [lost], exchange: lost },
      ...{ attempt: 1, attempts: 1, settleTimeoutMs: 0 },
    };
  });
}

const REDIRECTED = {
  kind: 'silent',
  message:
    'Every answer of the recording is a redirect, which something in front of the endpoint may have given.',
} as const;

function isRedirect(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange) ?? 0;
  return status >= 300 && status < 400;
}

/** A request of which nothing is known but how it was answered: the documented answer that it had is the one it is judged as. */
function probeOf(
  operation: OperationUnderTest,
  {
    key,
    status,
    method,
    hasCredentials,
  }: {
    readonly key: string | null;
    readonly status: number | null;
    readonly method: string;
    readonly hasCredentials: boolean;
  },
): Probe {
  const refused = hasCredentials ? 'trouble' : 'answer';
  const expected: Expectation = {
    ...{
      id: RECORDING,
      kind: 'read',
      passes: [],
      drift: [],
      expected: '',
      must: '',
      clause: '',
      readings: [],
    },
    ...{
      basis: 'documented',
      documented: key,
      toOwn: false,
      refusedCredentials: { 401: refused, 403: refused },
    },
  };
  return {
    ...{ id: probeAnswered(status), expected, operation: operation.id, credentials: 'user', body: null },
    about: { operation, status: key, facet: 'answer', field: null, name: null },
    title: status === null ? 'without an answer' : `answered ${status}`,
    // Only its word is used.
    method: method as Probe['method'],
    names: (names) => names,
  };
}

function aboutStatus(demand: Demand, { slug }: OperationUnderTest) {
  const { title, basis, clause, readings } = demand;
  return {
    id: `${slug}.status.documented`,
    group: `${slug}.${STATUS_GROUP}`,
    title,
    basis,
    clause,
    readings,
  };
}
