import { idOf } from '../../src/engine/judge/demands.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';

const PROBES = scenarios.flatMap((scenario) => scenario.probes).map(({ about }) => idOf(about));

const WIRE = [200, 400].flatMap((status) =>
  ['media-type', 'json', 'json.encoding', 'json.charset', 'json.unique-names', 'members'].map(
    (what) => `delete.${status}.${what}`,
  ),
);

const OBJECT = ['', '.kind', '.apiVersion', '.namespace', '.name', '.uid', '.resourceVersion'];

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'metadata.name',
  'metadata.creationTimestamp',
  'spec',
  'spec.template',
  'spec.template.name',
  'spec.template.version',
  'spec.template.inputs',
  'status',
  'status.phase',
  'status.version',
  'status.reason',
  'status.values',
  'status.resources',
  ...OBJECT.map((member) => `status.resources.involvedObject${member}`),
  'status.resources.replicas',
  'status.resources.limits',
  'status.resources.requests',
];

/** Every requirement id that a deviation must catch, written down apart from the deviations. */
export const REQUIREMENT_IDS: readonly string[] = [
  ...new Set([
    ...PROBES,
    ...WIRE,
    'delete.200.body',
    ...FIELDS.map((path) => `delete.200.body.${path}`),
    ...['', '.error_code', '.error_msg', '.request_id'].map((member) => `delete.400.body${member}`),
    ...['name', 'creationTimestamp', 'template', 'version', 'inputs'].map(
      (what) => `delete.200.instance.${what}`,
    ),
    ...['gone', 'unlisted', 'still-gone', 'neighbours', 'refused-unchanged'].map(
      (what) => `delete.effect.${what}`,
    ),
    'delete.error.no-internals',
  ]),
];
