import { type RuleCase, type Step, tried } from '../../../../rules/steps.ts';
import { answer, deletion, evidence, plugin, raw, show, WITH, WITHOUT } from '../../build.ts';

/** A deletion where Show gave these inputs, and the 200 describes those. */
function numbers(given: string, described: string): readonly Step[] {
  const body = (inputs: string) =>
    raw(200, {
      data: JSON.stringify(plugin(undefined, { spec: { template: { inputs: 0 } } })).replace(
        '"inputs":0',
        `"inputs":${inputs}`,
      ),
    });
  return [
    { purpose: 'read-back', response: body(given) },
    tried(body(described)),
    show('settle', 404),
    WITHOUT,
  ];
}

/** What the rule makes of inputs. */
export const inputs: readonly RuleCase[] = [
  {
    title: 'inputs: what Show gave before',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', deletion())],
    outcome: 'passed',
  },
  {
    title: 'inputs: inputs that Show and List leave out',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', [show('read-back', 200, {}), tried(answer(200, plugin()))])],
    outcome: 'not-observed',
  },
  {
    title: 'inputs: something else',
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
    title: 'inputs: what List gave before, where Show was not answered',
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
    title: 'inputs: what List gave before, where Show adds a default',
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
    title: 'inputs: neither what Show nor what List gave before',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 200, plugin(undefined, { spec: { template: { inputs: { a: 1, b: 2 } } } })),
        tried(answer(200, plugin(undefined, { spec: { template: { inputs: { a: 3 } } } }))),
        WITHOUT,
      ]),
    ],
    outcome: 'failed',
    shows: '3',
  },
  {
    title: 'inputs: of each member what Show or List gave before',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', [
        WITH,
        show('read-back', 200, plugin(undefined, { spec: { template: { inputs: { a: 1, b: 2 } } } })),
        tried(
          answer(200, plugin(undefined, { spec: { template: { inputs: { b: 2, a: [true, { b: '1' }] } } } })),
        ),
        WITHOUT,
      ]),
    ],
    outcome: 'passed',
  },
  {
    title: 'inputs: a number that is written otherwise',
    requirement: 'delete.200.instance.inputs',
    evidence: [
      evidence('installed', numbers('{"a":2,"b":9007199254740993}', '{"b":9007199254740993.0,"a":20e-1}')),
    ],
    outcome: 'passed',
  },
  {
    title: 'inputs: a number that a double does not tell from the other',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', numbers('{"a":[1,9007199254740992]}', '{"a":[1,9007199254740993]}'))],
    outcome: 'failed',
    shows: '9007199254740993',
  },
  {
    title: 'inputs: an integer where there was an object',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', numbers('{"a":{}}', '{"a":1e400}'))],
    outcome: 'failed',
    shows: '1e400',
  },
  {
    title: 'inputs: a body without it',
    requirement: 'delete.200.instance.inputs',
    evidence: [evidence('installed', deletion(answer(200, plugin(undefined, { spec: { template: {} } }))))],
    outcome: 'not-observed',
  },
];
