import type { Body, HeaderLine, RecordedResponse } from '../../../src/engine/model/exchange.ts';
import { modelartsPlugins } from '../../../src/suites/modelarts-plugins/suite.ts';
import { answered, recorded, type Step, tried } from '../../rules/steps.ts';

export const TEMPLATE = 'node-local-dns';
const CREATED = '2025-03-17T12:29:18Z';

/** The evidence of one scenario of the plug-ins. */
export const evidence = recorded(modelartsPlugins, { project: 'p', collection: 'pool-a', item: TEMPLATE });

/** A plug-in as an answer describes it. */
export function plugin(template = TEMPLATE, changes: object = {}): object {
  return {
    apiVersion: 'v2',
    kind: 'Plugin',
    metadata: { name: `pool-a-${template}`, creationTimestamp: CREATED },
    spec: { template: { name: template, version: '1.6.36', inputs: { a: [true, { b: '1' }] } } },
    status: { phase: 'Running' },
    ...changes,
  };
}

/** The neighbour that stands in the pool of every case. */
export const NEIGHBOUR = plugin('log-agent');

/** An answer with a JSON body. */
export function answer(status: number, value: unknown, headers?: readonly HeaderLine[]): RecordedResponse {
  return raw(status, { data: JSON.stringify(value) }, headers);
}

/** An answer with a body that may be anything. */
export function raw(
  status: number,
  body: Partial<Body>,
  headers: readonly HeaderLine[] = [['content-type', 'application/json;charset=UTF-8']],
): RecordedResponse {
  return answered(status, body, headers);
}

/** A List that names these plug-ins. */
export function list(...items: readonly object[]): Step {
  return { purpose: 'list', response: answer(200, { kind: 'PluginList', apiVersion: 'v2', items }) };
}

/** A List with the neighbour alone, and one with the suite's plug-in too. */
export const WITHOUT = list(NEIGHBOUR);
export const WITH = list(NEIGHBOUR, plugin());

/** A Show; of the suite's plug-in where no other template is named. */
export function show(
  purpose: 'settle' | 'read-back' | 'look',
  status: number,
  body: object = plugin(),
): Step {
  return { purpose, response: answer(status, status === 200 ? body : REFUSAL) };
}

export const REFUSAL = { error_code: 'ModelArts.50004000', error_msg: 'Bad request.' };

/** Show and List deny the plug-in, twice in a row. */
export const GONE = [show('settle', 404), WITHOUT, show('settle', 404), WITHOUT];

/** A whole accepted deletion: read back, DELETE, gone, no longer listed. */
export function deletion(response: RecordedResponse = answer(200, plugin())): readonly Step[] {
  return [WITH, show('read-back', 200), tried(response), ...GONE];
}

/** A probe that is refused, with the pool before and after it. */
export function refusal(response: RecordedResponse, probe?: string): readonly Step[] {
  const steps = [WITH, tried(response), WITH, show('look', 200)];
  return probe === undefined ? steps : steps.map((step) => ({ ...step, probe }));
}

/** The accepted DELETE without which no refusal proves anything; numbered from 100. */
export const TWIN = evidence('installed', deletion(), { from: 100 });
