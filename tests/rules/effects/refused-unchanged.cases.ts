import {
  answer,
  deletion,
  evidence,
  list,
  lost,
  NEIGHBOUR,
  plugin,
  REFUSAL,
  type RuleCase,
  refusal,
  type Step,
  show,
  TWIN,
  tried,
  WITH,
  WITHOUT,
} from '../build.ts';

const requirement = 'delete.effect.refused-unchanged';
const REFUSED = tried(answer(401, REFUSAL));
const READY = show('settle', 200);
const DELETING = plugin(undefined, { status: { phase: 'Deleting' } });
const OTHER_SPEC = plugin(undefined, { spec: { template: { name: 'node-local-dns', version: '2.0.0' } } });

/** A refused request, the looks before it, and those that follow it. */
function refused(before: readonly Step[], ...after: readonly Step[]) {
  return [evidence('credentials', [...before, REFUSED, ...after])];
}

const CASES: readonly Omit<RuleCase, 'requirement'>[] = [
  {
    title: 'a pool that stayed as it was',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'the plug-in is gone after a 401',
    evidence: refused([READY, WITH], WITHOUT, show('look', 404), WITHOUT, show('look', 404)),
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'the plug-in is gone from one List after a 401, and there in the next',
    evidence: refused([READY, WITH], WITHOUT, show('look', 200), WITH),
    outcome: 'passed',
  },
  {
    title: 'the plug-in is being deleted after a 401',
    evidence: refused([WITH], list(NEIGHBOUR, DELETING)),
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'the plug-in is being deleted after a 401, as Show alone tells',
    evidence: refused([READY, WITH], WITH, show('look', 200, DELETING)),
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'the plug-in is seen to be deleted only before the DELETE that is accepted',
    evidence: [
      ...refused([READY, WITH], WITH, show('look', 200)),
      evidence('installed', [WITH, show('read-back', 200, DELETING), tried(answer(200, plugin()))], {
        from: 50,
      }),
    ],
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'a plug-in that List names and Show no longer finds',
    evidence: refused([READY, WITH], WITH, show('look', 404), WITH, show('look', 404)),
    outcome: 'failed',
    says: 'Show does not find',
  },
  {
    title: 'a plug-in that Show does not find once, and then does',
    evidence: refused([READY, WITH], WITH, show('look', 404), WITH, show('look', 200)),
    outcome: 'passed',
  },
  {
    title: 'Show gives another instance',
    evidence: refused(
      [READY, WITH],
      WITH,
      show('look', 200, plugin(undefined, { metadata: { creationTimestamp: '2025-03-17T13:00:00Z' } })),
    ),
    outcome: 'failed',
    says: 'another instance',
  },
  {
    title: 'another `spec` in Show',
    evidence: refused([READY, WITH], WITH, show('look', 200, OTHER_SPEC)),
    outcome: 'failed',
    says: 'Show gives another `spec`',
    shows: '"2.0.0"',
  },
  {
    title: 'another `spec` in List',
    evidence: refused([READY, WITH], list(NEIGHBOUR, OTHER_SPEC), show('look', 200)),
    outcome: 'failed',
    says: 'List gives another `spec`',
  },
  {
    title: 'another `spec` in List, and in the next one the old',
    evidence: refused([READY, WITH], list(NEIGHBOUR, OTHER_SPEC), show('look', 200), WITH),
    outcome: 'passed',
  },
  {
    title: 'another `spec` in Show, which List had before the request',
    evidence: refused(
      [READY, WITH, list(NEIGHBOUR, OTHER_SPEC)],
      list(NEIGHBOUR, OTHER_SPEC),
      show('look', 200, OTHER_SPEC),
    ),
    outcome: 'passed',
  },
  {
    title: 'another `spec` where two Lists in a row never agreed before',
    evidence: refused([READY, list(NEIGHBOUR, OTHER_SPEC), WITH], WITH, show('look', 200, OTHER_SPEC)),
    outcome: 'passed',
  },
  {
    title: 'a try that was throttled and did what it had not to do',
    evidence: [
      evidence('credentials', [
        READY,
        WITH,
        tried(answer(429, {})),
        WITHOUT,
        show('look', 404),
        WITHOUT,
        show('look', 404),
        { purpose: 'install', instance: 2 },
        { ...WITH, instance: 2 },
        { ...REFUSED, instance: 2 },
        { ...WITH, instance: 2 },
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a try without an answer that took the plug-in away',
    evidence: [
      evidence('credentials', [
        READY,
        WITH,
        lost('silent'),
        WITHOUT,
        show('look', 404),
        WITHOUT,
        show('look', 404),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a DELETE with the right credentials that was throttled and took a neighbour away',
    evidence: [
      evidence('installed', [
        READY,
        WITH,
        tried(answer(429, {})),
        list(plugin()),
        show('look', 200),
        list(plugin()),
        ...deletion(),
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'no List after it',
    evidence: refused([WITH]),
    outcome: 'inconclusive',
  },
  {
    title: 'a request that was accepted, which its status tells',
    evidence: [
      evidence('credentials', [WITH, tried(answer(200, plugin())), WITHOUT]),
      evidence('installed', deletion(), { from: 50 }),
    ],
    outcome: 'not-observed',
  },
];

export const cases: readonly RuleCase[] = CASES.map((one) => ({ ...one, requirement }));
