import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../../mock/json.ts';
import { describing } from '../describing.ts';
import type { Doing, Freedom } from '../freedom.ts';
import { object, value } from '../values.ts';

const TOLD = new Set([
  'kind',
  'apiVersion',
  'metadata',
  'spec',
  'status',
  'template',
  'name',
  'creationTimestamp',
  'creationtimestamp',
  'version',
  'inputs',
  'phase',
  'reason',
  'values',
  'resources',
  'items',
  'error_code',
  'error_msg',
  'request_id',
  'involvedObject',
  'replicas',
  'limits',
  'requests',
  'namespace',
  'uid',
  'resourceVersion',
]);

/** Members that no page names. */
const unnamed: fc.Arbitrary<JsonObject> = object(value).map((drawn) =>
  Object.fromEntries(Object.entries({ ...drawn, more: 1 }).filter(([name]) => !TOLD.has(name))),
);

/** Where objects of documented members stand in a plug-in. */
const PLACES: readonly (readonly string[])[] = [
  [],
  ['metadata'],
  ['spec'],
  ['spec', 'template'],
  ['status'],
  ['status', 'resources', '0'],
  ['status', 'resources', '0', 'involvedObject'],
];

function added(value: Json, [step, ...rest]: readonly string[], more: JsonObject): Json {
  if (step === undefined) return isJsonObject(value) ? { ...more, ...value } : value;
  if (Array.isArray(value)) {
    // Array.isArray widens a readonly array to any[].
    return (value as readonly Json[]).map((one, at) => (String(at) === step ? added(one, rest, more) : one));
  }
  const inner = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return isJsonObject(value) && inner !== undefined ? { ...value, [step]: added(inner, rest, more) } : value;
}

/** Members that no page names are no violation, wherever they stand. */
export const unknownMembers: Freedom = {
  name: 'unknown-members',
  ways: [
    {
      title: 'plug-ins have members that no page names',
      doing: fc.tuple(unnamed, fc.subarray([...PLACES], { minLength: 1 })).map(
        ([more, places]): Doing => ({
          manner: () =>
            describing((plugin) =>
              places.reduce<Json>((described, place) => added(described, place, more), plugin),
            ),
        }),
      ),
    },
    {
      title: 'errors and Lists have members that no page names',
      doing: unnamed.map(
        (more): Doing => ({
          manner: () => ({
            answer: (answer, { asked, refusal }) =>
              refusal !== null || asked.operation === 'ListPlugins'
                ? { ...answer, body: added(answer.body, [], more) }
                : answer,
          }),
        }),
      ),
    },
  ],
};
