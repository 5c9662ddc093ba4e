import { evidence, raw, refusal } from '../build.ts';
import type { RuleCase } from '../steps.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'the same name in two objects',
    requirement: 'delete.404.json.unique-names',
    evidence: [evidence('unknown', refusal(raw(404, { data: '{"a":{"b":"a"},"b":[{"b":1},{"b":2}]}' })))],
    outcome: 'passed',
  },
  {
    title: 'the same name twice, once with an escape',
    requirement: 'delete.404.json.unique-names',
    evidence: [evidence('unknown', refusal(raw(404, { data: '{"a":[0,{"b":1,"\\u0062":2}]}' })))],
    outcome: 'failed',
    says: 'names a member twice',
  },
  {
    title: 'a body that is no JSON',
    requirement: 'delete.404.json.unique-names',
    evidence: [evidence('unknown', refusal(raw(404, { data: '{"a":1,"a"' })))],
    outcome: 'not-observed',
  },
];
