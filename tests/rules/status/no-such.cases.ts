import type { Evidence, Withheld } from '../../../src/engine/model/evidence.ts';
import { answer, evidence, REFUSAL, type RuleCase, refusal, TWIN, WITH } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a 400',
    requirement: 'delete.400.unknown.template-name',
    evidence: [evidence('unknown', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'a 200',
    requirement: 'delete.400.unknown.template-name',
    evidence: [evidence('unknown', refusal(answer(200, {}))), TWIN],
    outcome: 'failed',
  },
  {
    title: 'a 409 to the same DELETE again',
    requirement: 'delete.400.repeated',
    evidence: [TWIN, evidence('repeated', refusal(answer(409, REFUSAL)), { from: 200 })],
    outcome: 'drift',
  },
  {
    title: "a name that is somebody's, so that the probe is not sent",
    requirement: 'delete.400.unknown.template-name',
    evidence: [kept('unknown-template', 'inconclusive'), TWIN],
    outcome: 'inconclusive',
    says: 'Kept back',
  },
  {
    title: 'another letter case that Show finds',
    requirement: 'delete.400.unknown.letter-case',
    evidence: [kept('letter-case', 'drift'), TWIN],
    outcome: 'drift',
    says: 'Kept back',
  },
  {
    title: 'a beginning that a neighbour has as well',
    requirement: 'delete.400.unknown.prefix',
    evidence: [kept('prefix', 'not-observed'), TWIN],
    outcome: 'not-observed',
  },
  {
    title: "a pool's name without letters",
    requirement: 'delete.400.unknown.pool-letter-case',
    evidence: [kept('pool-letter-case', 'not-applicable'), TWIN],
    outcome: 'not-applicable',
  },
  {
    title: 'a 403 to a pattern, where List is answered after it',
    requirement: 'delete.400.unknown.wildcard',
    evidence: [evidence('unknown', refusal(answer(403, REFUSAL), 'wildcard')), TWIN],
    outcome: 'drift',
  },
  {
    title: 'a 200 to a blank behind the name',
    requirement: 'delete.400.unknown.trailing-space',
    evidence: [evidence('unknown', refusal(answer(200, {}), 'trailing-space')), TWIN],
    outcome: 'failed',
  },
];

function kept(probe: string, outcome: Withheld['outcome']): Evidence {
  return evidence('unknown', [WITH], { withheld: [{ probe, outcome, reason: 'Kept back.' }] });
}
