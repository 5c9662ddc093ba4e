import fc from 'fast-check';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { nested, object, text, value } from '../../../trials/conforming/values.ts';
import type { Doing, Freedom } from './freedom.ts';

/** What is installed where the install names neither a version nor inputs. */
function installing(version: string, inputs: JsonObject): Doing {
  return {
    manner: () => ({
      reads: (asked) =>
        asked.template === null ? asked : { ...asked, template: { ...asked.template, version, inputs } },
    }),
  };
}

function withInputs(inputs: fc.Arbitrary<JsonObject>): fc.Arbitrary<Doing> {
  return inputs.map((drawn) => installing('1.6.36', drawn));
}

const twice: Json = [1, 1, 'a', 'a', [], [], {}, {}, null, null];

/** What a template is installed with is its own business. */
export const inputs: Freedom = {
  name: 'inputs',
  ways: [
    { title: 'its inputs are any JSON', doing: withInputs(object(value, 5)) },
    { title: 'its inputs are empty', doing: withInputs(fc.constant({})) },
    { title: 'its inputs hold null and equal values', doing: withInputs(fc.constant({ none: null, twice })) },
    {
      title: 'its inputs are nested 900 levels deep',
      doing: withInputs(fc.constant({ deep: nested(900) })),
    },
    {
      title: 'its inputs are long',
      doing: withInputs(
        fc.constant({ long: 'naïve '.repeat(200), many: Array.from({ length: 200 }, (_, at) => at) }),
      ),
    },
    {
      title: 'its version is not three numbers',
      doing: fc
        .oneof(fc.constantFrom('6.8.0-20250219120620', 'v2', 'latest', '1.0+build.7'), text)
        .map((version) => installing(version, { custom: { enable: true } })),
    },
  ],
};
