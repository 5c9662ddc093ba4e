import { ContractError } from './contract-error.ts';
import type { SchemaObject, Source } from './description.ts';
import { type Facts, inWords, isJsonType, type JsonType } from './expected.ts';
import type { Part } from './reference.ts';
import { type Layer, layersOf, partsOf } from './schema-layers.ts';
import { sourceOf } from './source.ts';

/** A documented value: the body, a member, an item of an array or a value of a map. */
export interface SchemaNode {
  /** Dotted path of the field it belongs to: an item and a map's value belong to their array and map. */
  readonly path: string;
  readonly steps: readonly string[];
  readonly type: JsonType;
  readonly required: boolean;
  /** Null for items and values, which are no fields of their own. */
  readonly source: Source | null;
  readonly expected: string;
  readonly members: ReadonlyMap<string, SchemaNode>;
  /** What each item of an array, or each value of a map, is; null where there is none or anything goes. */
  readonly inner: SchemaNode | null;
}

type Place = Pick<SchemaNode, 'path' | 'steps' | 'required'> & { readonly isField: boolean };

/** Deeper than any schema that does not contain itself. */
const DEEPEST = 40;

const FACTS = ['const', 'enum', 'format', 'pattern', 'minLength', 'minimum'] as const;

/** Reads a response's schema into the tree of what it documents. */
export function readSchema(description: unknown, schema: Part): SchemaNode {
  return readNode(description, layersOf(description, schema), {
    path: '',
    steps: [],
    required: true,
    isField: true,
  });
}

function readNode(description: unknown, layers: readonly Layer[], place: Place): SchemaNode {
  const pointer = layers[0]?.pointer ?? '';
  if (place.steps.length > DEEPEST) {
    throw new ContractError(`The schema at \`${pointer}\` contains itself.`, pointer);
  }
  const type = layers.find(({ value }) => value.type !== undefined)?.value.type;
  if (!isJsonType(type)) {
    throw new ContractError(`The schema at \`${pointer}\` has no type that JSON has.`, pointer);
  }
  const source = place.isField ? sourceOf(layers) : null;
  const inner = readInner(description, layers, place);
  const facts: Facts = Object.assign({}, ...[...layers].reverse().map(({ value }) => factsOf(value)));
  const expected = inWords(type, facts, inner?.expected ?? null);
  const members = readMembers(description, layers, place);
  return {
    path: place.path,
    steps: place.steps,
    required: place.required,
    type,
    source,
    expected,
    members,
    inner,
  };
}

function readMembers(description: unknown, layers: readonly Layer[], place: Place): SchemaNode['members'] {
  const names = new Set(layers.flatMap(({ value }) => Object.keys(value.properties ?? {})));
  return new Map(
    [...names].map((name) => [
      name,
      readNode(description, partsOf(description, layers, 'properties', name), {
        path: place.path === '' ? name : `${place.path}.${name}`,
        steps: [...place.steps, name],
        required: layers.some(({ value }) => value.required?.includes(name)),
        isField: true,
      }),
    ]),
  );
}

function readInner(description: unknown, layers: readonly Layer[], place: Place): SchemaNode | null {
  for (const keyword of ['items', 'additionalProperties']) {
    const inner = partsOf(description, layers, keyword);
    if (inner.length === 0) continue;
    const steps = [...place.steps, '*'];
    return readNode(description, inner, { path: place.path, steps, required: false, isField: false });
  }
  return null;
}

function factsOf(schema: SchemaObject): Facts {
  return Object.fromEntries(FACTS.filter((fact) => fact in schema).map((fact) => [fact, schema[fact]]));
}
