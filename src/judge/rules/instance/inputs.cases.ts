import {
  answer,
  deletion,
  evidence,
  plugin,
  type RuleCase,
  show,
  tried,
  WITH,
  WITHOUT,
} from '../../build.cases.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'what Show gave before',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'inputs that Show and List leave out',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', [show('read-back', 200, {}), tried(answer(200, plugin()))])],
    outcome: 'not-observed',
  },
  {
    title: 'something else',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { spec: { template: { inputs: { a: [true, { b: 1 }] } } } }))),
      ),
    ],
    outcome: 'failed',
    says: 'is not that of the instance',
  },
  {
    title: 'what List gave before, where Show was not answered',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 404),
        tried(answer(200, plugin(undefined, { spec: { template: { inputs: { a: [true, { b: 1 }] } } } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'what List gave before, where Show adds a default',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 200, plugin(undefined, { spec: { template: { inputs: { a: 1, b: 2 } } } })),
        tried(answer(200, plugin())),
        WITHOUT,
      ]),
    ],
    outcome: 'passed',
  },
  {
    title: 'neither what Show nor what List gave before',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 200, plugin(undefined, { spec: { template: { inputs: { a: 1, b: 2 } } } })),
        tried(answer(200, plugin(undefined, { spec: { template: { inputs: { a: 1 } } } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'a body without it',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { spec: { template: {} } }))))],
    outcome: 'not-observed',
  },
];
