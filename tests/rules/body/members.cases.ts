import { answer, deletion, evidence, plugin, type RuleCase } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'documented members, and anything in a map',
    requirement: 'delete.200.members',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'a member that no page names',
    requirement: 'delete.200.members',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { more: 1 }))))],
    outcome: 'drift',
    says: 'no page names',
  },
  {
    title: 'a body that is no object',
    requirement: 'delete.200.members',
    evidence: [evidence('installed', deletion(answer(200, [])))],
    outcome: 'not-observed',
  },
];
