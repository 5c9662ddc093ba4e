import { violation } from '../../src/engine/judge/finding.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import type { Rule, Subject } from '../../src/engine/judge/rule.ts';
import { GENERAL, OF_PLUGINS, type RulesAndCases, rulesOf } from '../judge/all-cases.ts';
import { given } from '../judge/contract.ts';
import type { Calls } from './calls.ts';
import { ANSWER_CALLS } from './judge-answer-calls.ts';
import { POOL_CALLS } from './judge-pool-calls.ts';
import {
  bySubject,
  demands,
  exchanges,
  fields,
  inputs,
  ownSubjects,
  runs,
  subjects,
  told,
  withheld,
} from './judge-samples.ts';

const { rules, scenarios } = given.suite;
const [first, second] = rules;

const byProbe = () => scenarios.flatMap(({ probes }) => probes).map((probe) => [probe] as const);

const byDocumented = () =>
  [...(given.contract.operations.get('DeleteNote')?.responses.values() ?? [])].map((one) => [one]);

const places = () =>
  [...(given.contract.operations.get('DeleteNote')?.responses.values() ?? [])].map(({ holds }) => holds);

const findings = () =>
  exchanges()
    .slice(0, 9)
    .map((one) => violation(one, 'type', 'It is.', { pointer: '/errors/0/found' }));
const toldWith = () => ({ ...given, exchanges: new Map(exchanges().map((one) => [one.index, one])) });

/** What is demanded of the instance that an answer describes, which a suite has rules of its own about. */
const marked = () => rulesOf(OF_PLUGINS).flatMap((rule) => rule.demands(OF_PLUGINS.given, rule));
const bySubjectOfInstance = () =>
  ownSubjects().flatMap((subject) => marked().map((demand) => [subject, demand]));

/** How each function of `judge/` is called. */
export const JUDGE_CALLS: Calls = {
  ...ANSWER_CALLS,
  ...POOL_CALLS,
  'lifecycle/effects/acceptance.ts': {
    acceptance: bySubject,
  },
  'engine/judge/demands.ts': {
    single: () => [['effect', 'x', () => true]],
    perInstanceField: () => [[() => 'MUST be']],
    perProbe: () => [[() => true, () => 'MUST be']],
    perAnswer: () => [[{ facet: 'x', isAbout: () => true }, () => 'MUST be']],
    perField: () => [[() => 'MUST be']],
    memberOf: () => fields().map(({ path }) => [given.suite.operations[0], '404', path]),
    idOf: () => demands().map((demand) => [demand]),
    hasBody: byDocumented,
    isOfJson: byDocumented,
    isToBeAccepted: byProbe,
    isToBeRefused: byProbe,
    isToChange: byProbe,
    isSent: byProbe,
    holdersOf: () => fields().map((field) => [field, fields()]),
  },
  'suites/modelarts-plugins/instance-members.ts': {
    known: () => [[() => []]],
    isDescribed: bySubjectOfInstance,
    judgeMember: bySubjectOfInstance,
    unseenInstance: () => marked().map((demand) => [ownSubjects(), demand]),
  },
  'engine/judge/finding.ts': {
    finding: () => told().map((one) => ['drift', ...one]),
    violation: told,
    drift: told,
    trouble: told,
  },
  'engine/judge/general-place.ts': {
    generalPointer: () => places().map((holds) => ['/errors/0/found', { value: { errors: [{}] }, holds }]),
    generalSteps: () => places().map((holds) => [['errors', 0, 'found'], holds]),
  },
  'engine/judge/judged-requirement.ts': {
    levelOf: () => requirements(given).map((one) => [one]),
    judgedRequirement: () =>
      requirements(given).map((one) => [one, { outcome: 'failed', findings: findings() }, toldWith()]),
  },
  'engine/judge/reported-findings.ts': {
    fingerprintOf: () => [['delete.404.status', '', 'status-500']],
    reportedFindings: () => [['delete.404.status', findings(), toldWith()]],
  },
  'engine/judge/groups.ts': {
    groupsOf: () => [[given]],
    groupOf: () => demands().map((demand) => [given.suite, demand]),
    statusesOf: () => [[given.contract, 'DeleteNote']],
  },
  'engine/judge/judge.ts': {
    judge: () => inputs().map((input) => [input]),
    inconclusiveProbes: () =>
      inputs().flatMap((input) => scenarios.map(({ id }) => [{ ...input, scenario: id }])),
    judgeAhead: () => inputs().flatMap((input) => scenarios.map(({ id }) => [{ ...input, scenario: id }])),
    judgeScenario: () => inputs().flatMap((input) => scenarios.map(({ id }) => [{ ...input, scenario: id }])),
  },
  'lifecycle/effects/lost-answer.ts': {
    isDeletion: () => exchanges().map((one) => [given.suite, one]),
    isLostOnTwoInstances: bySubject,
  },
  'engine/judge/outcome.ts': {
    judgeDemand: () =>
      demandsOf(first)
        .concat(demandsOf(second))
        .flatMap(([rule, demand]) =>
          [true, false].map((proven) => [
            { rule, demand },
            subjects().slice(0, 99),
            { suite: given.suite, proven },
          ]),
        ),
  },
  'engine/judge/over-attempts.ts': {
    overAttempts: () => [
      [subjects().map((subject) => ({ subject: { ...subject, attempts: 2 }, findings: [] }))],
      [subjects().map((subject) => ({ subject: { ...subject, attempts: 2 }, findings: null }))],
    ],
  },
  'engine/judge/requirements.ts': { requirements: () => [[given]], ruled: () => [[given]] },
  'engine/judge/probe-of.ts': { probeOf: () => exchanges().map((one) => [given.suite, one]) },
  'engine/judge/probe-words.ts': { requestOf: byProbe, requestsOf: () => [[given.suite.scenarios]] },
  'engine/judge/status.ts': { judgeStatus: bySubject },
  'engine/judge/subjects.ts': {
    twinAccepted: () => [[subjects()]],
    after: bySubject,
    subjectsOf: () => runs().map((evidence) => [{ ...given, evidence, settleTimeoutMs: 900_000 }]),
  },
  'engine/judge/trouble.ts': {
    troubleWith: bySubject,
    isControl: () => exchanges().map((one) => [given.suite, one]),
    blockedFinding: () => [[{ cause: 'It is.', tried: '', remedy: 'Ask.', endsRun: true, exchange: 3 }]],
  },
  'engine/judge/not-observed.ts': {
    unseenAnswer: () => demands().map((demand) => [subjects(), demand]),
    unseenMember: () =>
      fields().map(({ path }) => [
        subjects(),
        { operation: given.suite.operations[0], status: '404' },
        path,
        'it does not show',
      ]),
    notAccepted: () => [[subjects()], [[]]],
    becauseOfTwin: () => [[given.suite, 'None was.']],
  },
  'engine/judge/withheld.ts': {
    setAside: bySubject,
    judgedAside: () => [[withheld()], [withheld().slice(1)], [[]]],
    withheldFinding: () => withheld().map((one) => ['drift', one]),
  },
};

/** How each function of a rule is called. */
export const RULE_CALLS: Calls = Object.fromEntries([
  ...callsOfRules(GENERAL, subjects),
  ...callsOfRules(OF_PLUGINS, ownSubjects),
]);

function callsOfRules(folder: RulesAndCases, subjectsOf: () => readonly Subject[]) {
  return rulesOf(folder).map((rule) => {
    const demanded = rule.demands(folder.given, rule);
    const bySubjectAndDemand = () =>
      subjectsOf().flatMap((subject) => demanded.map((demand) => [subject, demand]));
    return [
      rule.id,
      {
        demands: () => [[folder.given, rule]],
        appliesTo: bySubjectAndDemand,
        judge: bySubjectAndDemand,
        unseen: () => demanded.map((demand) => [subjectsOf(), demand]),
      },
    ] as const;
  });
}

function demandsOf(rule: Rule) {
  return rule.demands(given, rule).map((demand) => [rule, demand] as const);
}
