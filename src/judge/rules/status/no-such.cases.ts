import { answer, evidence, REFUSAL, type RuleCase, refusal, show, TWIN, WITH } from '../../build.cases.ts';

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
    title: 'a name that Show finds, so that the probe is not sent',
    requirement: 'delete.400.unknown.template-name',
    evidence: [evidence('unknown', [WITH, show('read-back', 200)]), TWIN],
    outcome: 'inconclusive',
    says: 'Show finds a plug-in of that name',
  },
  {
    title: 'another letter case that Show finds',
    requirement: 'delete.400.unknown.letter-case',
    evidence: [evidence('unknown', [WITH, { ...show('read-back', 200), probe: 'letter-case' }]), TWIN],
    outcome: 'drift',
    says: 'one to this endpoint',
  },
];
