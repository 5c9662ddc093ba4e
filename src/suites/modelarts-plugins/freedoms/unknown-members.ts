import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import type { Contract } from '../../../engine/model/contract.ts';
import { object, value } from '../../../trials/conforming/values.ts';
import { describing } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** One copy of a page spells it so, and it is taken from List alone. */
const MISSPELT = 'creationtimestamp';

/** The names of all documented members, whichever answer has them. */
function toldIn({ operations }: Contract): ReadonlySet<string> {
  const responses = [...operations.values()].flatMap((operation) => [...operation.responses.values()]);
  return new Set([
    ...responses.flatMap(({ fields }) => fields.flatMap(({ steps }) => steps.slice(-1))),
    MISSPELT,
  ]);
}

/** Members that no page names. */
function unnamedIn(contract: Contract): fc.Arbitrary<JsonObject> {
  const told = toldIn(contract);
  return object(value).map((drawn) =>
    Object.fromEntries(Object.entries({ ...drawn, more: 1 }).filter(([name]) => !told.has(name))),
  );
}

/** Where objects of documented members stand in a plug-in; of an array the first item. */
function placesIn({ operations }: Contract): readonly (readonly string[])[] {
  const [, ...fields] = operations.get('DeletePlugin')?.responses.get('200')?.fields ?? [];
  const above = fields.map(({ steps }) => steps.slice(0, -1).map((step) => (step === '*' ? '0' : step)));
  return [...new Map(above.map((place) => [place.join('.'), place])).values()];
}

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
export const unknownMembersOf = (contract: Contract): Freedom => ({
  name: 'unknown-members',
  ways: [
    {
      title: 'plug-ins have members that no page names',
      doing: fc.tuple(unnamedIn(contract), fc.subarray([...placesIn(contract)], { minLength: 1 })).map(
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
      doing: unnamedIn(contract).map(
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
});
