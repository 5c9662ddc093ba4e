import {
  answer,
  deletion,
  evidence,
  plugin,
  REFUSAL,
  type RuleCase,
  raw,
  refusal,
} from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a documented phase',
    requirement: 'delete.200.body.status.phase',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'another phase',
    requirement: 'delete.200.body.status.phase',
    evidence: [
      evidence('installed', deletion(answer(200, plugin(undefined, { status: { phase: 'Gone' } })))),
    ],
    outcome: 'failed',
  },
  {
    title: 'no phase',
    requirement: 'delete.200.body.status.phase',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { status: {} }))))],
    outcome: 'failed',
    says: 'is missing',
  },
  {
    title: 'no object that would hold the phase',
    requirement: 'delete.200.body.status.phase',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { status: 'Running' }))))],
    outcome: 'not-observed',
  },
  {
    title: 'an optional member that is not there',
    requirement: 'delete.200.body.status.values',
    evidence: [evidence('installed', deletion())],
    outcome: 'not-observed',
  },
  {
    title: 'an array as the body',
    requirement: 'delete.200.body',
    evidence: [evidence('installed', deletion(answer(200, [])))],
    outcome: 'failed',
  },
  {
    title: 'a body that nests too deep',
    requirement: 'delete.200.body',
    evidence: [evidence('installed', deletion(raw(200, { data: '['.repeat(2000) + ']'.repeat(2000) })))],
    outcome: 'failed',
    says: 'nested more than 1000 levels',
  },
  {
    title: 'an error code that is a number',
    requirement: 'delete.400.body.error_code',
    evidence: [evidence('ill-formed', refusal(answer(400, { ...REFUSAL, error_code: 1 })))],
    outcome: 'failed',
  },
];
