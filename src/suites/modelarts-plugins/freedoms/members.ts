import fc from 'fast-check';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { replaced } from '../../../engine/json.ts';
import type { Contract } from '../../../engine/model/contract.ts';
import type { MockOperation } from '../mock/context.ts';
import { describing } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Members that the 200 of a DELETE may lack, those nearest to the body first; what is below one goes with it. */
function optionalOf({ operations }: Contract): readonly string[] {
  const fields = operations.get('DeletePlugin')?.responses.get('200')?.fields ?? [];
  const mandatory = new Set(fields.filter(({ required }) => required).map(({ path }) => path));
  return fields
    .filter(({ steps, required }) => !required && mandatory.has(steps.slice(0, -1).join('.')))
    .toSorted((a, b) => a.steps.length - b.steps.length)
    .map(({ path }) => path);
}

function leavingOut(paths: readonly string[], operations: readonly MockOperation[]): Doing {
  return {
    manner: () =>
      describing((plugin, { asked }) =>
        asked.operation !== null && operations.includes(asked.operation)
          ? paths.reduce<Json>((left, path) => replaced(left, path.split('.'), undefined), plugin)
          : plugin,
      ),
  };
}

/** No table has a column for mandatory members; the DELETE's own 200 has those that the readings want. */
export const membersOf = (contract: Contract): Freedom => ({
  name: 'members',
  ways: [
    {
      title: 'a DELETE leaves optional members out',
      doing: fc
        .subarray([...optionalOf(contract)], { minLength: 1 })
        .map((paths) => leavingOut(paths, ['DeletePlugin'])),
    },
    {
      title: 'Show and List leave optional members out',
      doing: fc
        .subarray([...optionalOf(contract)], { minLength: 1 })
        .map((paths) => leavingOut(paths, ['ShowPlugin', 'ListPlugins'])),
    },
    {
      title: 'no answer has optional members',
      doing: fc.constant(leavingOut(optionalOf(contract), ['DeletePlugin', 'ShowPlugin', 'ListPlugins'])),
    },
    {
      title: 'Show has no time of creation and List has it',
      doing: fc
        .constantFrom('metadata', 'metadata.creationTimestamp')
        .map((path) => leavingOut([path], ['ShowPlugin'])),
    },
    {
      title: 'List has no time of creation and Show has it',
      doing: fc
        .constantFrom('metadata', 'metadata.creationTimestamp')
        .map((path) => leavingOut([path], ['ListPlugins'])),
    },
    {
      title: 'Show has no `spec` or no `status`',
      doing: fc
        .constantFrom('spec', 'status', 'status.phase', 'spec.template')
        .map((path) => leavingOut([path], ['ShowPlugin'])),
    },
    {
      title: 'List has no `spec` or no `status`',
      // Without a `spec` the name is all that tells an entry's template, and it must be the usual one.
      without: ['metadata-name', 'neighbours'],
      doing: fc
        .constantFrom('spec', 'status', 'status.phase', 'spec.template')
        .map((path) => leavingOut([path], ['ListPlugins'])),
    },
    {
      title: 'a Create is answered without `metadata` and `status`',
      doing: fc.constant(leavingOut(['metadata', 'status'], ['CreatePlugin'])),
    },
    {
      title: 'a Create is answered with an empty object',
      doing: fc.constant<Doing>({
        manner: () =>
          describing((plugin, { asked }): JsonObject => (asked.operation === 'CreatePlugin' ? {} : plugin)),
      }),
    },
  ],
});
