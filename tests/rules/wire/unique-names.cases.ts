import { deletion, evidence, type RuleCase, raw } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'the same name in two objects',
    requirement: 'delete.200.json.unique-names',
    evidence: [evidence('installed', deletion(raw(200, { data: '{"a":{"b":"a"},"b":[{"b":1},{"b":2}]}' })))],
    outcome: 'passed',
  },
  {
    title: 'the same name twice, once with an escape',
    requirement: 'delete.200.json.unique-names',
    evidence: [evidence('installed', deletion(raw(200, { data: '{"a":[0,{"b":1,"\\u0062":2}]}' })))],
    outcome: 'failed',
    says: 'names a member twice',
  },
  {
    title: 'a body that is no JSON',
    requirement: 'delete.200.json.unique-names',
    evidence: [evidence('installed', deletion(raw(200, { data: '{"a":1,"a"' })))],
    outcome: 'not-observed',
  },
];
