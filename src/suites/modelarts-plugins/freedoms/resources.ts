import fc from 'fast-check';
import { type Json, type JsonObject, replaced } from '../../../engine/json.ts';
import { digits } from '../../../trials/conforming/json-text.ts';
import { memberName, text } from '../../../trials/conforming/values.ts';
import { describing } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

const NAMES = ['kind', 'apiVersion', 'namespace', 'name', 'uid', 'resourceVersion'] as const;

const amounts: fc.Arbitrary<JsonObject> = fc
  .uniqueArray(fc.tuple(memberName, text), { maxLength: 3, selector: ([name]) => name })
  .map((members) => Object.fromEntries(members));

/** A count in any of the ways in which JSON writes a whole number. */
const count: fc.Arbitrary<Json> = fc
  .constantFrom('0', '2', '2.0', '2e0', '20e-1', '-0', '1E+2', '9007199254740993', '1e400', '1E999999999')
  .map(digits);

const resource: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      involvedObject: fc.record(Object.fromEntries(NAMES.map((name) => [name, text])), { requiredKeys: [] }),
      replicas: count,
      limits: amounts,
      requests: amounts,
    },
    { requiredKeys: [] },
  )
  // A record whose members may be missing is typed with undefined in their place; none is there.
  .map((drawn) => drawn as JsonObject);

function having(resources: fc.Arbitrary<readonly Json[]>): fc.Arbitrary<Doing> {
  return resources.map((drawn) => ({
    manner: () =>
      describing((plugin, { asked }) =>
        asked.operation === 'DeletePlugin' ? replaced(plugin, ['status', 'resources'], drawn) : plugin,
      ),
  }));
}

/** What the DELETE's 200 says of the workloads. */
export const resources: Freedom = {
  name: 'resources',
  ways: [
    { title: 'there are no resources', doing: having(fc.constant([])) },
    { title: 'resources have any of their members', doing: having(fc.array(resource, { maxLength: 5 })) },
    {
      title: 'resources are empty objects',
      doing: having(fc.constant([{}, { involvedObject: {}, limits: {}, requests: {} }])),
    },
    {
      title: 'there are 200 resources',
      doing: having(resource.map((one) => Array.from({ length: 200 }, () => one))),
    },
  ],
};
