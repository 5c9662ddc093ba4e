import { answer, evidence, REFUSAL, type RuleCase, refusal, TWIN, WITH } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a 401',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(401, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'a 400',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'failed',
  },
  {
    title: 'a 429',
    requirement: 'delete.access.no-token',
    evidence: [evidence('credentials', refusal(answer(429, REFUSAL))), TWIN],
    outcome: 'inconclusive',
    says: 'throttled',
  },
  {
    title: 'a probe that was not sent',
    requirement: 'delete.access.wrong-token',
    evidence: [evidence('credentials', [WITH]), TWIN],
    outcome: 'inconclusive',
  },
];
