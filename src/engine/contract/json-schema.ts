import { isObject, member } from './json-value.ts';
import { stepsOf } from './pointer.ts';
import { schemaRoots } from './schema-roots.ts';

/** A JSON Schema document: the dialect that OpenAPI 3.1 schemas are written in. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const COMPONENT = '#/components/schemas/';

/** All schemas of a description in one JSON Schema document, and under which name of `$defs` each stands. */
export function jsonSchemaOf(description: unknown): {
  readonly $defs: Readonly<Record<string, unknown>>;
  /** From the schema's pointer in the description. */
  readonly names: ReadonlyMap<string, string>;
} {
  const roots = schemaRoots(description);
  // A component's name never has an `@`.
  const names = roots.map(({ pointer }, index) => [pointer, componentOf(pointer) ?? `@${index}`] as const);
  const $defs = roots.map(({ value }, index) => [names[index]?.[1] ?? '', translate(value)] as const);
  return { $defs: Object.fromEntries($defs), names: new Map(names) };
}

/** Say nothing of what fits: our own mark, and what OpenAPI adds to JSON Schema. */
const SILENT = ['x-instance', 'example', 'xml', 'externalDocs', 'discriminator'];

/** What these keywords hold are schemas by names of the API's own. */
const BY_NAME = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/** What these hold are values of the API's own. */
const VALUES = ['const', 'enum', 'default', 'examples'];

/** The schema in words that any JSON Schema library knows: no extension of OpenAPI, references into `$defs`. */
export function translate(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translate);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      if (keyword === '$ref' && typeof value === 'string' && value.startsWith(COMPONENT)) {
        return [[keyword, `#/$defs/${value.slice(COMPONENT.length)}`]];
      }
      if (keyword === 'x-source') return [['$comment', commentOf(value)]];
      if (SILENT.includes(keyword)) return [];
      if (VALUES.includes(keyword)) return [[keyword, value]];
      if (!BY_NAME.includes(keyword) || !isObject(value)) return [[keyword, translate(value)]];
      const named = Object.entries(value).map(([name, one]) => [name, translate(one)]);
      return [[keyword, Object.fromEntries(named)]];
    }),
  );
}

/** Where it comes from in one line, e.g. `documented: Status Codes, 200; enum: sibling`. */
function commentOf(source: unknown): string {
  const [basis, clause, keywords] = ['basis', 'clause', 'keywords'].map((name) => member(source, name));
  const added = Object.entries(isObject(keywords) ? keywords : {});
  return [
    ...(basis === undefined ? [] : [`${basis}: ${clause}`]),
    ...added.map(([keyword, one]) => `${keyword}: ${member(one, 'basis')}`),
  ].join('; ');
}

function componentOf(pointer: string): string | null {
  const [components, schemas, name, ...rest] = stepsOf(pointer);
  return components === 'components' && schemas === 'schemas' && rest.length === 0 ? (name ?? null) : null;
}
