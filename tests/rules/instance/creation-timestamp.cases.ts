import { answer, deletion, evidence, plugin, type RuleCase, show, tried, WITH, WITHOUT } from '../build.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'what Show gave before',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'the same instant, written in another zone',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [
      evidence(
        'installed',
        deletion(
          answer(200, plugin(undefined, { metadata: { creationTimestamp: '2025-03-17T13:29:18.0+01:00' } })),
        ),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'something else',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { metadata: { creationTimestamp: '2025-03-17T12:29:19Z' } }))),
      ),
    ],
    outcome: 'failed',
    says: 'is not that of the instance',
  },
  {
    title: 'what List gave before, where Show was not answered',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 404),
        tried(answer(200, plugin(undefined, { metadata: { creationTimestamp: '2025-03-17T12:29:19Z' } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a body without it',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [
      evidence('installed', deletion(answer(200, plugin(undefined, { metadata: { creationTimestamp: 0 } })))),
    ],
    outcome: 'not-observed',
  },
];
