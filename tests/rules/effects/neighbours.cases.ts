import {
  answer,
  deletion,
  evidence,
  GONE,
  list,
  lost,
  NEIGHBOUR,
  plugin,
  REFUSAL,
  type RuleCase,
  type Step,
  show,
  tried,
  WITH,
  WITHOUT,
} from '../build.ts';

/** An accepted DELETE of the plug-in, and the Lists that follow it. */
function followedBy(...lists: readonly Step[]): readonly Step[] {
  return [WITH, tried(answer(200, plugin())), ...lists];
}

function neighbour(changes: object): Step {
  return list(plugin('log-agent', changes));
}

/** Show of the neighbour. */
function shown(status: number, body: object = NEIGHBOUR): Step {
  return { ...show('look', status, body), template: 'log-agent' };
}

const LATER = { metadata: { name: 'pool-a-log-agent', creationTimestamp: 'later' } };
const requirement = 'delete.effect.neighbours';

/** Two neighbours that share a name. */
const TWIN = plugin('log-agent', {
  metadata: { name: 'pool-a-log-agent', creationTimestamp: '2025-03-17T13:00:00Z' },
});

export const cases: readonly RuleCase[] = [
  {
    title: 'a neighbour in another phase, and one more plug-in',
    requirement,
    evidence: [
      evidence(
        'installed',
        followedBy(list(plugin('log-agent', { status: { phase: 'Updating' } }), plugin('gpu-beta'))),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that two Lists in a row do not name',
    requirement,
    evidence: [evidence('installed', followedBy(list(), list(), shown(404)))],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'a neighbour that one List alone does not name',
    requirement,
    evidence: [evidence('installed', followedBy(list(), WITHOUT))],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that List was asked for once',
    requirement,
    evidence: [evidence('installed', followedBy(list()))],
    outcome: 'inconclusive',
    says: 'not asked again',
  },
  {
    title: 'a neighbour that List leaves out and Show gives as before',
    requirement,
    evidence: [evidence('installed', followedBy(list(), list(), shown(200)))],
    outcome: 'drift',
    says: 'is left out by List',
  },
  {
    title: 'a neighbour that List leaves out and Show gives as another instance',
    requirement,
    evidence: [evidence('installed', followedBy(list(), list(), shown(200, plugin('log-agent', LATER))))],
    outcome: 'failed',
  },
  {
    title: 'a neighbour that List leaves out and of which Show does not say anything',
    requirement,
    evidence: [evidence('installed', followedBy(list(), list(), shown(500)))],
    outcome: 'inconclusive',
  },
  {
    title: 'a neighbour that is gone and was being deleted before',
    requirement,
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
    requirement,
    evidence: [
      evidence(
        'installed',
        followedBy(neighbour({ spec: { a: 1 } }), neighbour({ spec: { a: 1 } }), shown(404)),
      ),
    ],
    outcome: 'failed',
    says: 'another `spec`',
  },
  {
    title: 'a neighbour without a `spec` in both Lists, which Show gives as before',
    requirement,
    evidence: [
      evidence('installed', followedBy(neighbour({ spec: {} }), neighbour({ spec: {} }), shown(200))),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour whose `spec` one of the two Lists has as before',
    requirement,
    evidence: [evidence('installed', followedBy(neighbour({ spec: { a: 1 } }), WITHOUT))],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that was installed anew',
    requirement,
    evidence: [evidence('installed', followedBy(neighbour(LATER), neighbour(LATER)))],
    outcome: 'failed',
    says: 'another `creationTimestamp`',
  },
  {
    title: 'a neighbour whose time of creation is written in another way',
    requirement,
    evidence: [
      evidence(
        'installed',
        followedBy(
          neighbour({
            metadata: { name: 'pool-a-log-agent', creationTimestamp: '2025-03-17T13:29:18.0+01:00' },
          }),
        ),
      ),
    ],
    outcome: 'passed',
  },
  {
    title: 'one of two neighbours that share a name is gone',
    requirement,
    evidence: [
      evidence('installed', [
        list(NEIGHBOUR, TWIN, plugin()),
        tried(answer(200, plugin())),
        list(TWIN),
        list(TWIN),
      ]),
    ],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'two neighbours that share a name, in another order',
    requirement,
    evidence: [
      evidence('installed', [
        list(NEIGHBOUR, TWIN, plugin()),
        tried(answer(200, plugin())),
        list(TWIN, NEIGHBOUR),
      ]),
    ],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that goes before List stops naming the plug-in',
    requirement,
    evidence: [
      evidence(
        'installed',
        followedBy(WITH, list(plugin()), show('settle', 404), list(), list(), shown(404)),
      ),
    ],
    outcome: 'failed',
  },
  {
    title: 'a neighbour that is gone at the end of the run alone, which is its own business',
    requirement,
    evidence: [evidence('installed', deletion()), evidence('end-of-run', [list()], { from: 50 })],
    outcome: 'passed',
  },
  {
    title: 'a neighbour that went with a DELETE whose answer was lost, and which was sent again',
    requirement,
    evidence: [
      evidence('installed', [
        WITH,
        lost('silent'),
        show('settle', 200),
        list(plugin()),
        list(plugin()),
        shown(404),
        show('read-back', 200),
        tried(answer(200, plugin())),
        show('settle', 404),
        list(),
        show('settle', 404),
        list(),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'no List before',
    requirement,
    evidence: [evidence('installed', [tried(answer(200, plugin())), ...GONE])],
    outcome: 'inconclusive',
    says: 'before the DELETE',
  },
  {
    title: 'a DELETE that was not sent',
    requirement,
    evidence: [
      evidence('end-of-run', [list(NEIGHBOUR)]),
      evidence('credentials', [WITH, tried(answer(401, REFUSAL))]),
    ],
    outcome: 'inconclusive',
  },
];
