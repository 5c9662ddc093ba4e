import fc from 'fast-check';
import type { Probe } from '../../../../src/engine/model/scenario.ts';
import type { Meant } from './answers.ts';
import { anyName, anyText } from './texts.ts';

/** What a run is about: the same in all of its exchanges, unless one is hostile. */
export interface World {
  readonly template: string;
  /** The same as it stands in the path; where it is no text, something else does. */
  readonly segment: string;
  readonly created: string;
  readonly version: string;
  readonly inputs: unknown;
  /** What goes on telling of the plug-in when it is deleted. */
  readonly stays: 'listed' | 'shown' | null;
  readonly neighbours: readonly (readonly [name: string, version: string])[];
}

/** Worlds, from the ordinary one to one whose names are hostile. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    template: fc.oneof(
      { weight: 3, arbitrary: fc.constant('node-local-dns') },
      { weight: 1, arbitrary: anyName },
    ),
    half: fc.constantFrom('', '', '', '%', '%C3', '%2e%2E', '%00', '??', '#'),
    created: fc.oneof(
      fc.constantFrom('2025-03-17T12:29:18Z', '2025-03-17T13:29:18+01:00', '9999-99-99T99:99:99Z'),
      anyText,
    ),
    version: fc.oneof(fc.constantFrom('1.6.36', '1.2.15'), anyText),
    inputs: fc.dictionary(anyName, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    stays: fc.constantFrom(null, null, null, null, null, 'listed', 'listed', 'shown'),
    neighbours: fc.array(fc.tuple(anyName, anyText), { maxLength: 3 }),
  })
  .map(({ half, ...world }) => ({ ...world, segment: encoded(world.template) + half }));

/** What a step of a run may be for; `accepted` and `refused` are the probes. */
export const ROLES = ['listed', 'unlisted', 'shown', 'not shown', 'install', 'accepted', 'refused'] as const;

/** What a step of a run is for. */
export type Role = (typeof ROLES)[number];

/** What a target that conforms answers. */
export function meant(role: Role, probe: Probe, world: World): Meant {
  switch (role) {
    case 'listed':
      return { status: 200, value: list(world, [plugin(world)]) };
    case 'unlisted':
      return { status: 200, value: list(world, world.stays === 'listed' ? [plugin(world)] : []) };
    case 'shown':
    case 'install':
    case 'accepted':
      return { status: 200, value: plugin(world) };
    case 'not shown':
      return world.stays === 'shown'
        ? { status: 200, value: plugin(world) }
        : { status: 404, value: REFUSAL };
    case 'refused':
      return { status: probe.expected.id === 'no-credentials' ? 401 : 400, value: REFUSAL };
  }
}

const REFUSAL = { error_code: 'ModelArts.50004000', error_msg: 'Bad request.' };

function list({ neighbours, created }: World, own: readonly object[]): object {
  const others = neighbours.map(([name, version]) => described(name, version, created, {}));
  return { kind: 'PluginList', apiVersion: 'v2', items: [...others, ...own] };
}

function plugin({ template, created, version, inputs }: World): object {
  return described(template, version, created, inputs);
}

function described(name: string, version: string, creationTimestamp: string, inputs: unknown): object {
  const involvedObject = {
    kind: 'Deployment',
    apiVersion: 'v1',
    namespace: 'a',
    name,
    uid: 'u',
    resourceVersion: '1',
  };
  const resources = [{ involvedObject, replicas: 2, limits: { cpu: '1' }, requests: { cpu: '1' } }];
  return {
    apiVersion: 'v2',
    kind: 'Plugin',
    metadata: { name: `pool-a-${name}`, creationTimestamp },
    spec: { template: { name, version, inputs } },
    status: { phase: 'Running', version, reason: '', values: '', resources },
  };
}

function encoded(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch {
    // Half a character has no encoding.
    return name;
  }
}
