import type { Description } from '../../../engine/contract/description.ts';
import { DIALECT, jsonSchemaOf, translate } from '../../../engine/contract/json-schema.ts';
import { isObject } from '../../../engine/contract/json-value.ts';
import { responseParts } from '../../../engine/contract/operation.ts';
import { follow } from '../../../engine/contract/reference.ts';
import { schemaPart } from '../../../engine/contract/response.ts';
import { GENERATED, operationUnderTest } from './operation-under-test.ts';

/** One standalone JSON Schema for each response of the operation under test: file name and text. */
export function schemaFiles(description: Description): ReadonlyMap<string, string> {
  return new Map(
    responseParts(operationUnderTest(description)).flatMap((response) => {
      const schema = schemaPart(follow(description, response), response.key);
      if (schema === null) return [];
      const title = `Body of a ${response.key} to a DELETE of a plug-in`;
      const root = translate(schema.value);
      const $defs = reachable(jsonSchemaOf(description).$defs, root);
      const document = { $schema: DIALECT, $comment: GENERATED, title, ...Object(root), $defs };
      const name = `delete-plugin.${response.key}.generated.schema.json`;
      return [[name, `${JSON.stringify(document, null, 2)}\n`] as const];
    }),
  );
}

/** The definitions that a schema refers to, and those that they refer to, in their order. */
function reachable(
  $defs: Readonly<Record<string, unknown>>,
  root: unknown,
): Readonly<Record<string, unknown>> {
  const needed = new Set<string>();
  const left: unknown[] = [root];
  while (left.length > 0) {
    const value = left.pop();
    if (Array.isArray(value)) left.push(...value);
    if (!isObject(value)) continue;
    const name = typeof value['$ref'] === 'string' ? value['$ref'].replace('#/$defs/', '') : null;
    if (name !== null && !needed.has(name)) {
      needed.add(name);
      left.push($defs[name]);
    }
    left.push(...Object.values(value));
  }
  return Object.fromEntries(Object.entries($defs).filter(([name]) => needed.has(name)));
}
