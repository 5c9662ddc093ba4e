import { contentOf } from '../../../engine/contract/content.ts';
import type { Description } from '../../../engine/contract/description.ts';
import { isObject, member } from '../../../engine/contract/json-value.ts';
import { operationParts, responseParts } from '../../../engine/contract/operation.ts';
import { follow, type Part } from '../../../engine/contract/reference.ts';
import { fieldNodes, schemaPart } from '../../../engine/contract/response.ts';
import { readSchema } from '../../../engine/contract/schema-node.ts';
import { schemaRoots, subschemas } from '../../../engine/contract/schema-roots.ts';
import { GENERATED, operationUnderTest } from './operation-under-test.ts';

const FIRST_LINE = `// ${GENERATED}`;

/**
 * What the description says, as data for those who know no contract: file below `src/`, and its text. The mock shares no
 * code with the suite, and the settings are read before there is a contract.
 */
export function dataFiles(description: Description): ReadonlyMap<string, string> {
  return new Map([
    ['suites/modelarts-plugins/mock/deviations/documented.generated.ts', documentedText(description)],
    ['suites/modelarts-plugins/documented-names.generated.ts', namesText(description)],
    ['suites/modelarts-plugins/settings/documented-words.generated.ts', wordsText(description)],
  ]);
}

function documentedText(description: Description): string {
  const answers = responseParts(operationUnderTest(description)).flatMap((response) => {
    const schema = schemaPart(follow(description, response), response.key);
    if (schema === null) return [];
    const fields = [...fieldNodes(readSchema(description, schema))].map(
      ({ steps, types: [type = ''], required }) =>
        `    { at: ${quoted(steps.join('.'))}, type: ${quoted(type)}, required: ${required} },\n`,
    );
    return [`  ${keyOf(response.key)}: [\n${fields.join('')}  ],\n`];
  });
  return [
    `${FIRST_LINE}\n\n`,
    "import type { Json } from '../../../../engine/json.ts';\n\n",
    '/** The members of the answers to a DELETE, by status, the body itself first; `*` stands for any item of an array. */\n',
    `export const documented = {\n${answers.join('')}} as const;\n\n`,
    '/** The first example of each answer that has one. */\n',
    'export const examples: readonly { readonly key: string; readonly mediaType: string; readonly body: Json }[] = [\n',
    ...examplesIn(description).map((row) => `  ${row},\n`),
    '];\n',
  ].join('');
}

function examplesIn(description: Description): readonly string[] {
  return responseParts(operationUnderTest(description)).flatMap((part) => {
    const [media] = contentOf(follow(description, part), part.key).media;
    const [first] = Object.values(Object(member(media?.value, 'examples')));
    const body = member(first, 'value');
    if (media === undefined || body === undefined) return [];
    return `{ key: ${quoted(part.key)}, mediaType: ${quoted(media.essence)}, body: ${JSON.stringify(body)} }`;
  });
}

function namesText(description: Description): string {
  const schemas = allSchemas(description);
  const members = new Map(
    schemas.flatMap(({ value }) => Object.entries(Object(member(value, 'properties')))),
  );
  const maps = schemas.flatMap(({ value }) =>
    Object.entries(Object(member(value, 'properties'))).flatMap(([name, one]) => (isMap(one) ? [name] : [])),
  );
  const listed = (names: Iterable<string>) =>
    [...new Set(names)].sort().map((name) => `  ${quoted(name)},\n`);
  return [
    `${FIRST_LINE}\n\n`,
    '/** The names of all members that the description has in a body, at whatever depth. */\n',
    `export const documentedNames: readonly string[] = [\n${listed(members.keys()).join('')}];\n\n`,
    '/** Those of them that are maps. */\n',
    `export const documentedMaps: readonly string[] = [\n${listed(maps).join('')}];\n`,
  ].join('');
}

/** Whether a member's names are free: none is documented. */
function isMap(schema: unknown): boolean {
  const properties = member(schema, 'properties');
  return member(schema, 'type') === 'object' && properties === undefined;
}

function wordsText(description: Description): string {
  const words = new Set([...segmentsOf(description), ...allSchemas(description).flatMap(wordsIn)]);
  const lines = [...words].sort().map((word) => `  ${quoted(word)},\n`);
  return [
    `${FIRST_LINE}\n\n`,
    '/** The names of members, the values that are listed for them, and the parts of paths. */\n',
    `export const documentedWords: readonly string[] = [\n${lines.join('')}];\n`,
  ].join('');
}

/** What stands in the paths of the operations, but for their parameters. */
function segmentsOf(description: Description): readonly string[] {
  const segments = operationParts(description).flatMap(({ path }) => path.split('/'));
  return segments.filter((segment) => segment !== '' && !segment.startsWith('{'));
}

function allSchemas(description: Description): readonly Part[] {
  const below = (part: Part): readonly Part[] => [part, ...subschemas(part).flatMap(below)];
  return schemaRoots(description).flatMap(below);
}

function wordsIn({ value }: Part): readonly string[] {
  if (!isObject(value)) return [];
  const { properties, enum: listed } = value;
  const values = (Array.isArray(listed) ? listed : []).filter((one) => typeof one === 'string');
  return [...Object.keys(isObject(properties) ? properties : {}), ...values];
}

/** As Biome writes a text. */
function quoted(text: string): string {
  return /['\\]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}

/** As Biome writes the name of a member. */
function keyOf(name: string): string {
  return /^(?:\d+|[a-z]+)$/.test(name) ? name : quoted(name);
}
