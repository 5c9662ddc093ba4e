import { answer, evidence, REFUSAL, type RuleCase, refusal, TWIN } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a 404',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(404, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'a 200',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(200, {}))), TWIN],
    outcome: 'failed',
  },
  {
    title: 'a 501',
    requirement: 'delete.method.put',
    evidence: [evidence('methods', refusal(answer(501, {}))), TWIN],
    outcome: 'drift',
  },
  {
    title: 'a method that was not tried',
    requirement: 'delete.method.post',
    evidence: [evidence('methods', refusal(answer(404, REFUSAL))), TWIN],
    outcome: 'inconclusive',
  },
];
