import { answer, evidence, lost, REFUSAL, type RuleCase, refusal, type Step, TWIN, WITH } from '../build.ts';

const NOT_HTTP: Step = {
  purpose: 'probe',
  trouble: { kind: 'not-http', message: 'What came is no HTTP answer.', bytes: 'SSH-2.0\r\n' },
};

export const cases: readonly RuleCase[] = [
  {
    title: 'a 400',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'a 500',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', refusal(answer(500, {}))), TWIN],
    outcome: 'failed',
    says: 'was answered 500',
  },
  {
    title: 'a 404',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', refusal(answer(404, REFUSAL))), TWIN],
    outcome: 'drift',
  },
  {
    title: 'a 400, and the unbroken DELETE was not accepted either',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL)))],
    outcome: 'inconclusive',
    says: 'proves nothing',
  },
  {
    title: 'silence, twice, while List is answered',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', [WITH, lost('silent'), WITH, lost('silent'), WITH]), TWIN],
    outcome: 'failed',
    says: 'no whole answer, twice',
    shows: 'It was silent.',
  },
  {
    title: 'bytes that are no HTTP, twice, while List is answered',
    requirement: 'delete.400.ill-formed.pool-name',
    evidence: [evidence('ill-formed', [WITH, NOT_HTTP, WITH, NOT_HTTP, WITH]), TWIN],
    outcome: 'failed',
    shows: 'The bytes that came: SSH-2.0',
  },
  {
    title: 'a probe that was not sent',
    requirement: 'delete.400.over-long.project-id',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'inconclusive',
    says: 'not sent',
  },
];
