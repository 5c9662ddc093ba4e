import { answer, deletion, evidence, plugin, type RuleCase, show, tried, WITH, WITHOUT } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'what Show gave before',
    requirement: 'delete.200.instance.version',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'something else',
    requirement: 'delete.200.instance.version',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { spec: { template: { version: '9' } } }))),
      ),
    ],
    outcome: 'failed',
    says: 'is not that of the instance',
  },
  {
    title: 'what List gave before, where Show was not answered',
    requirement: 'delete.200.instance.version',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 404),
        tried(answer(200, plugin(undefined, { spec: { template: { version: '9' } } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a body without it',
    requirement: 'delete.200.instance.version',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { spec: { template: { version: null } } }))),
      ),
    ],
    outcome: 'not-observed',
  },
];
