import {
  answer,
  deletion,
  evidence,
  list,
  NEIGHBOUR,
  plugin,
  REFUSAL,
  type RuleCase,
  refusal,
  show,
  TWIN,
  tried,
  WITH,
  WITHOUT,
} from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'a pool that stayed as it was',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [evidence('ill-formed', refusal(answer(400, REFUSAL))), TWIN],
    outcome: 'passed',
  },
  {
    title: 'the plug-in is gone after a 401',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [evidence('credentials', [WITH, tried(answer(401, REFUSAL)), WITHOUT])],
    outcome: 'failed',
    says: 'is not in List afterwards',
  },
  {
    title: 'the plug-in is being deleted after a 400',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [
      evidence('credentials', [
        WITH,
        tried(answer(401, REFUSAL)),
        list(NEIGHBOUR, plugin(undefined, { status: { phase: 'Deleting' } })),
      ]),
    ],
    outcome: 'failed',
    says: 'is being deleted',
  },
  {
    title: 'a plug-in that List names and Show no longer finds',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [evidence('credentials', [WITH, tried(answer(401, REFUSAL)), show('settle', 404), WITH])],
    outcome: 'failed',
    says: 'Show does not find',
  },
  {
    title: 'no List after it',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [evidence('credentials', [WITH, tried(answer(401, REFUSAL))])],
    outcome: 'inconclusive',
  },
  {
    title: 'a request that was accepted, which its status tells',
    requirement: 'delete.effect.refused-unchanged',
    evidence: [
      evidence('credentials', [WITH, tried(answer(200, plugin())), WITHOUT]),
      evidence('installed', deletion(), { from: 50 }),
    ],
    outcome: 'not-observed',
  },
];
