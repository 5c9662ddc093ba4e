import { answer, evidence, REFUSAL, type RuleCase, raw, refusal } from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'an error in words',
    requirement: 'delete.error.no-internals',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL)))],
    outcome: 'passed',
  },
  {
    title: 'a stack trace',
    requirement: 'delete.error.no-internals',
    evidence: [
      evidence('ill-formed', refusal(answer(400, { ...REFUSAL, error_msg: 'no\n\tat a.B.c(B.java:12)' }))),
    ],
    outcome: 'failed',
  },
  {
    title: 'an error without a body',
    requirement: 'delete.error.no-internals',
    evidence: [evidence('ill-formed', refusal(raw(400, {})))],
    outcome: 'not-observed',
  },
];
