import { type RuleCase, tried } from '../../../../rules/steps.ts';
import { answer, deletion, evidence, plugin, show, WITH, WITHOUT } from '../../build.ts';
import { inputs } from './inputs.ts';

export const cases: readonly RuleCase[] = [
  {
    title: 'name: what Show gave before',
    requirement: 'delete.200.instance.name',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'name: something else',
    requirement: 'delete.200.instance.name',
    evidence: [
      evidence('installed', deletion(answer(200, plugin(undefined, { metadata: { name: 'other' } })))),
    ],
    outcome: 'failed',
    says: 'is not that of the instance',
  },
  {
    title: 'name: what List gave before, where Show was not answered',
    requirement: 'delete.200.instance.name',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 404),
        tried(answer(200, plugin(undefined, { metadata: { name: 'other' } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'name: an instance that neither Show nor List gave',
    requirement: 'delete.200.instance.name',
    evidence: [evidence('installed', [tried(answer(200, plugin()))])],
    outcome: 'inconclusive',
    says: 'Neither Show nor List',
  },
  {
    title: 'name: a body without it',
    requirement: 'delete.200.instance.name',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { metadata: {} }))))],
    outcome: 'not-observed',
  },
  {
    title: 'time: what Show gave before',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'time: the same instant, written in another zone',
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
    title: 'time: something else',
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
    title: 'time: what List gave before, where Show was not answered',
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
    title: 'time: a body without it',
    requirement: 'delete.200.instance.creationTimestamp',
    evidence: [
      evidence('installed', deletion(answer(200, plugin(undefined, { metadata: { creationTimestamp: 0 } })))),
    ],
    outcome: 'not-observed',
  },
  {
    title: 'template: what Show gave before',
    requirement: 'delete.200.instance.template',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'template: something else',
    requirement: 'delete.200.instance.template',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { spec: { template: { name: 'other' } } }))),
      ),
    ],
    outcome: 'failed',
    says: 'is not that of the instance',
  },
  {
    title: 'template: what List gave before, where Show was not answered',
    requirement: 'delete.200.instance.template',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 404),
        tried(answer(200, plugin(undefined, { spec: { template: { name: 'other' } } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
  },
  {
    title: 'template: a body without it',
    requirement: 'delete.200.instance.template',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { spec: { template: {} } }))))],
    outcome: 'not-observed',
  },
  {
    title: 'version: what Show gave before',
    requirement: 'delete.200.instance.version',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'version: something else',
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
    title: 'version: what List gave before, where Show was not answered',
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
    title: 'version: a body without it',
    requirement: 'delete.200.instance.version',
    evidence: [
      evidence(
        'installed',
        deletion(answer(200, plugin(undefined, { spec: { template: { version: null } } }))),
      ),
    ],
    outcome: 'not-observed',
  },
  ...inputs,
];
