import type { RecordedResponse } from '../../../src/engine/model/exchange.ts';
import { answer, deletion, evidence, plugin, REFUSAL, type RuleCase, raw, refusal } from '../build.ts';

/** A 200 with a count of replicas that is written so. */
function counted(replicas: string): RecordedResponse {
  const status = { phase: 'Running', resources: [{ replicas: 0 }] };
  const text = JSON.stringify(plugin(undefined, { status }));
  return raw(200, { data: text.replace('"replicas":0', `"replicas":${replicas}`) });
}

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
    title: 'a count that no double holds',
    requirement: 'delete.200.body.status.resources.replicas',
    evidence: [evidence('installed', deletion(counted('1e400')))],
    outcome: 'passed',
  },
  {
    title: 'a count with a fraction that no double holds',
    requirement: 'delete.200.body.status.resources.replicas',
    evidence: [evidence('installed', deletion(counted('2.0000000000000000001')))],
    outcome: 'failed',
    says: 'is not an integer',
    shows: '2.0000000000000000001',
  },
  {
    title: 'a count below 0 by less than a double holds',
    requirement: 'delete.200.body.status.resources.replicas',
    evidence: [evidence('installed', deletion(counted('-1e-400')))],
    outcome: 'failed',
    shows: '-1e-400',
  },
  {
    title: 'an error code that is a number',
    requirement: 'delete.400.body.error_code',
    evidence: [evidence('ill-formed', refusal(answer(400, { ...REFUSAL, error_code: 1 })))],
    outcome: 'failed',
  },
];
