import type { Rule } from '../../src/judge/rule.ts';
import { rules } from '../../src/judge/rules/rules.ts';
import { scenarios } from '../../src/scenarios/scenarios.ts';
import { contract } from '../judge/contract.ts';
import type { Calls } from './calls.ts';
import { ANSWER_CALLS } from './judge-answer-calls.ts';
import { POOL_CALLS } from './judge-pool-calls.ts';
import {
  byExchange,
  bySubject,
  demands,
  fields,
  inputs,
  runs,
  subjects,
  told,
  withheld,
} from './judge-samples.ts';

const [first, second] = rules as readonly [Rule, Rule];

/** How each function of `judge/` is called. */
export const JUDGE_CALLS: Calls = {
  ...ANSWER_CALLS,
  ...POOL_CALLS,
  'judge/acceptance.ts': {
    acceptance: bySubject,
    twinAccepted: () => [[subjects()]],
  },
  'judge/demands.ts': {
    single: () => [['delete.x']],
    perProbe: () => [[() => 'MUST be']],
    perStatus: () => [['x', () => 'MUST be']],
    perField: () => [[() => 'MUST be']],
    statusOf: () => demands().map((demand) => [demand]),
    fieldOf: () => demands().map((demand) => [demand]),
    memberId: () => fields().map(({ path }) => [200, path]),
    holdersOf: () => fields().map((field) => [field, fields()]),
  },
  'judge/described.ts': { describes: () => [[{ member: 'name', pointer: '/metadata/name' }]] },
  'judge/finding.ts': {
    finding: () => told().map((one) => ['drift', ...one]),
    violation: told,
    drift: told,
    trouble: told,
  },
  'judge/judge.ts': {
    judge: () => inputs().map((input) => [input]),
    judgeScenario: () => inputs().flatMap((input) => scenarios.map(({ id }) => [{ ...input, scenario: id }])),
  },
  'judge/lost.ts': { isDeletion: byExchange, isLostForGood: bySubject },
  'judge/outcome.ts': {
    judgeDemand: () =>
      demandsOf(first)
        .concat(demandsOf(second))
        .flatMap(([rule, demand]) =>
          [true, false].map((proven) => [rule, demand, subjects().slice(0, 99), proven]),
        ),
  },
  'judge/requirements.ts': { requirements: () => [[contract]], ruled: () => [[contract]] },
  'judge/rows.ts': { rowsOf: () => [[200], [400]] },
  'judge/status.ts': { judgeStatus: bySubject },
  'judge/subjects.ts': { subjectsOf: () => runs().map((evidence) => [contract, evidence, 900_000]) },
  'judge/trouble.ts': {
    troubleWith: bySubject,
    blockedFinding: () => [[{ cause: 'It is.', tried: '', remedy: 'Ask.', endsRun: true, exchange: 3 }]],
  },
  'judge/unseen.ts': {
    unseenAnswer: () => demands().map((demand) => [subjects(), demand]),
    unseenMember: () => fields().map(({ path }) => [subjects(), 200, path, 'it does not show']),
  },
  'judge/withheld.ts': {
    setAside: bySubject,
    judgedAside: () => [[withheld()], [withheld().slice(1)], [[]]],
    withheldFinding: () => withheld().map((one) => ['drift', one]),
  },
};

/** How each function of a rule is called. */
export const RULE_CALLS: Calls = Object.fromEntries(
  rules.map((rule) => {
    const bySubjectAndDemand = () =>
      subjects().flatMap((subject) => demandsOf(rule).map(([, demand]) => [subject, demand]));
    return [
      rule.id,
      {
        demands: () => [[contract, rule]],
        appliesTo: bySubjectAndDemand,
        judge: bySubjectAndDemand,
        unseen: () => demandsOf(rule).map(([, demand]) => [subjects(), demand]),
      },
    ] as const;
  }),
);

function demandsOf(rule: Rule) {
  return rule.demands(contract, rule).map((demand) => [rule, demand] as const);
}
