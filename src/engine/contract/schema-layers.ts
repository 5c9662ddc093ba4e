import { ContractError } from './contract-error.ts';
import type { SchemaObject } from './description.ts';
import { isObject } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import { type Part, target } from './reference.ts';

/** A schema that applies to a value, one of several where it has a `$ref` or an `allOf`. */
export interface Layer extends Part {
  readonly value: SchemaObject;
}

/** Keywords that may describe more of what a value holds than its members and items do. */
const DESCRIBING = [
  ...['anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas', 'patternProperties'],
  ...['unevaluatedProperties', 'prefixItems', 'contains', 'unevaluatedItems', '$dynamicRef'],
];

/** Keywords that ask something of all that a value holds, and describe nothing. */
const ASKING = [
  ...['not', 'dependentRequired', 'propertyNames', 'minProperties', 'maxProperties'],
  ...['minContains', 'maxContains', 'uniqueItems', 'minItems', 'maxItems'],
];

/** The first keyword by which a layer says more of what it holds than its members and items do; null where none does. */
export function beyondMembersIn(layers: readonly Layer[]): string | null {
  return describingIn(layers) ?? firstIn(layers, ASKING);
}

/** The first keyword by which a layer may describe members that it does not name; null where none does. */
export function describingIn(layers: readonly Layer[]): string | null {
  return firstIn(layers, DESCRIBING);
}

function firstIn(layers: readonly Layer[], wanted: readonly string[]): string | null {
  const keywords = layers.flatMap(({ value }) => Object.keys(value));
  return keywords.find((keyword) => wanted.includes(keyword)) ?? null;
}

/** The schemas below a keyword (and a name) of each layer. */
export function partsOf(
  description: unknown,
  layers: readonly Layer[],
  ...steps: readonly string[]
): Layer[] {
  return layers.flatMap(({ value, pointer }) => {
    const inner = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), value);
    if (inner === undefined) return [];
    return layersOf(description, { value: inner, pointer: pointer + pointerOf(steps) });
  });
}

/** The schema, and those that its `$ref` leads to and its `allOf` holds: all of them apply to the value. */
export function layersOf(
  description: unknown,
  { value, pointer }: Part,
  trail: readonly string[] = [],
): Layer[] {
  // `true` asks nothing, and what `false` asks is judged where it is compiled.
  if (typeof value === 'boolean') return [{ value: {}, pointer }];
  if (!isObject(value)) throw new ContractError(`The schema at \`${pointer}\` is no object.`, pointer);
  if (trail.includes(pointer)) {
    throw new ContractError(`The schema at \`${pointer}\` refers to itself.`, pointer);
  }
  // Its keywords are those of a schema; their values were compiled before.
  const layer = { value: value as SchemaObject, pointer };
  const { $ref, allOf = [] } = layer.value;
  const all = allOf.map((inner, index) => ({
    value: inner,
    pointer: pointer + pointerOf(['allOf', String(index)]),
  }));
  const referred = $ref === undefined ? [] : [target(description, $ref, pointer)];
  return [
    layer,
    ...[...referred, ...all].flatMap((part) => layersOf(description, part, [...trail, pointer])),
  ];
}
