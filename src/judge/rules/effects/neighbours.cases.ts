import {
  answer,
  deletion,
  evidence,
  list,
  NEIGHBOUR,
  plugin,
  type RuleCase,
  show,
  tried,
  WITH,
  WITHOUT,
} from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a neighbour in another phase, and one more plug-in',
    requirement: 'delete.effect.neighbours',
    evidence: [
      evidence('installed', [
        WITH,
        tried(answer(200, plugin())),
        list(plugin('log-agent', { status: { phase: 'Updating' } }), plugin('gpu-beta')),
      ]),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that is gone',
    requirement: 'delete.effect.neighbours',
    evidence: [evidence('installed', [WITH, tried(answer(200, plugin())), list()])],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'a neighbour that is gone and was being deleted before',
    requirement: 'delete.effect.neighbours',
    evidence: [
      evidence('installed', [
        list(plugin(), plugin('log-agent', { status: { phase: 'Deleting' } })),
        tried(answer(200, plugin())),
        list(),
      ]),
    ],
    outcome: 'inconclusive',
    says: 'was being deleted before the request',
  },
  {
    title: 'a neighbour with another `spec`',
    requirement: 'delete.effect.neighbours',
    evidence: [
      evidence('installed', [WITH, tried(answer(200, plugin())), list(plugin('log-agent', { spec: {} }))]),
    ],
    outcome: 'failed',
    says: 'another `spec`',
  },
  {
    title: 'a neighbour that was installed anew',
    requirement: 'delete.effect.neighbours',
    evidence: [
      evidence('installed', [
        WITH,
        tried(answer(200, plugin())),
        list(plugin('log-agent', { metadata: { name: 'pool-a-log-agent', creationTimestamp: 'later' } })),
      ]),
    ],
    outcome: 'failed',
    says: 'another `creationTimestamp`',
  },
  {
    title: 'a neighbour whose time of creation is written in another way',
    requirement: 'delete.effect.neighbours',
    evidence: [
      evidence('installed', [
        WITH,
        tried(answer(200, plugin())),
        list(
          plugin('log-agent', {
            metadata: { name: 'pool-a-log-agent', creationTimestamp: '2025-03-17T13:29:18.0+01:00' },
          }),
        ),
      ]),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that is gone at the end of the run alone',
    requirement: 'delete.effect.neighbours',
    evidence: [evidence('installed', deletion()), evidence('end-of-run', [list()], { from: 50 })],
    outcome: 'failed',
  },
  {
    title: 'no List before',
    requirement: 'delete.effect.neighbours',
    evidence: [evidence('installed', [tried(answer(200, plugin())), show('settle', 404), WITHOUT])],
    outcome: 'inconclusive',
    says: 'before the DELETE',
  },
  {
    title: 'a pool that was looked at, and no DELETE in it',
    requirement: 'delete.effect.neighbours',
    evidence: [evidence('end-of-run', [list(NEIGHBOUR)])],
    outcome: 'inconclusive',
  },
];
