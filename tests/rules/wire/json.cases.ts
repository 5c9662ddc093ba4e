import { answer, deletion, evidence, plugin, type RuleCase, raw } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a JSON text',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'text after the end',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(raw(200, { data: '{} and more' })))],
    outcome: 'failed',
    says: 'not JSON',
  },
  {
    title: 'no body',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(raw(200, {})))],
    outcome: 'failed',
    says: 'empty',
  },
  {
    title: 'a content coding that cannot be undone',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(raw(200, { data: 'x', codingError: 'unknown coding' })))],
    outcome: 'failed',
  },
  {
    title: 'a content coding that is registered and that the suite cannot undo',
    requirement: 'delete.200.json',
    evidence: [
      evidence('installed', deletion(raw(200, { data: 'x', codingError: 'zstd', codingUnsupported: true }))),
    ],
    outcome: 'inconclusive',
  },
  {
    title: 'more than is read',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(raw(200, { data: '{', truncated: true })))],
    outcome: 'inconclusive',
  },
  {
    title: 'more values than are read',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(raw(200, { data: `[${'0,'.repeat(3_000_000)}0]` })))],
    outcome: 'inconclusive',
    says: 'more values',
  },
  {
    title: 'another status',
    requirement: 'delete.200.json',
    evidence: [evidence('installed', deletion(answer(202, plugin())))],
    outcome: 'not-observed',
  },
];
