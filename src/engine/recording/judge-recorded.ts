import { answeredInWords } from '../contract/answer-key.ts';
import { headerValues } from '../judge/body/media-type.ts';
import { trouble } from '../judge/finding.ts';
import { groupsOf } from '../judge/groups.ts';
import { judgedRequirement } from '../judge/judged-requirement.ts';
import { judgeDemand } from '../judge/outcome.ts';
import { type Ruled, ruled } from '../judge/requirements.ts';
import type { Demand, Given, Judged, JudgedSuite, Rule, Subject } from '../judge/rule.ts';
import { troubleWith } from '../judge/trouble.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedRequirement, Report } from '../model/report.ts';
import type { OperationUnderTest } from '../model/requirement.ts';
import { documentedStatus, STATUS_GROUP, statusDemand } from './documented-status.ts';
import { RECORDING } from './recorded-exchange.ts';
import { probeOf, type Recorded, subjectsOf, withoutEffects } from './recorded-subjects.ts';
import { together } from './together.ts';

/** Why most requirements need a run, or a recording of one. */
const OUT_OF_REACH =
  'A recording by another tool does not say with what intent a request was sent, nor what was there before and after it.';

const NO_BYTES = 'A recording by another tool has the text of a body, and not its bytes.';

const NO_HEADERS = 'The recording does not have the headers of this answer, or not as they came.';

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
  const all: readonly Judging[] = [...ofRecordings({ suite, contract }), ...ruled({ suite, contract })];
  const isPossible = (one: Judging) => possible.some((probe) => one.demand.shownBy(probe));
  const applicable = all.filter((one) => isPossible(one) && one.rule.needsBytes !== true);
  const found = new Map<Judging, Judged[]>(applicable.map((one) => [one, []]));
  // Each answer is read once: what is known of it is forgotten when many others were read.
  for (let from = 0; from === 0 || from < subjects.length; from += AT_ONCE) {
    const some = subjects.slice(from, from + AT_ONCE);
    for (const one of applicable) found.get(one)?.push(judgedIn(one.rule, one.demand, some, judgedSuite));
  }
  const requirements = all.map((one) => {
    const outcomes = found.get(one);
    const reason = isPossible(one) ? NO_BYTES : OUT_OF_REACH;
    const outcome = outcomes === undefined ? notApplicable(reason) : together(outcomes);
    const scenarios = outcomes === undefined ? [] : [RECORDING];
    return judgedRequirement({ ...one.requirement, scenarios }, outcome, told);
  });
  return {
    requirements,
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

/** The requirements that recordings alone are judged by. */
export function ofRecordings({ suite, contract }: Given): readonly Ruled[] {
  return suite.operations.map((operation) => {
    const demand = statusDemand(operation);
    const requirement = { ...aboutStatus(demand, operation), scenarios: [RECORDING] };
    return { rule: documentedStatus(contract, suite, operation), demand, requirement };
  });
}

/** As many requests are judged at once. */
const AT_ONCE = 50;

type Judging = Pick<Ruled, 'rule' | 'demand' | 'requirement'>;

function notApplicable(reason: string): Judged {
  return { outcome: 'not-applicable', findings: [], because: { reason } };
}

/** What became of a requirement in some of the requests: what says nothing gives way to what does. */
function judgedIn(rule: Rule, demand: Demand, all: readonly Subject[], suite: JudgedSuite): Judged {
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

/** Some tools keep none, and every answer has one; of one that stands there twice only the bytes tell what came. */
function hasNoHeaders({ exchange }: Subject): boolean {
  const response = exchange?.response ?? null;
  if (response === null) return false;
  return response.headers.length === 0 || new Set(headerValues(response, 'content-type')).size > 1;
}

function isUnrecorded({ exchange }: Subject): boolean {
  return exchange?.response?.body.unrecorded !== undefined;
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
