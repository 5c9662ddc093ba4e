import { ContractError } from './contract-error.ts';
import type { SchemaObject } from './description.ts';
import { isObject } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import { type Part, target } from './reference.ts';

/** A schema that applies to a value, one of several where it has a `$ref` or an `allOf`. */
export interface Layer extends Part {
  readonly value: SchemaObject;
}

const READ = new Set(
  (
    '$ref allOf type properties required items additionalProperties const enum format pattern minLength minimum ' +
    'description title examples x-source x-instance $comment'
  ).split(' '),
);

/** The schemas below a keyword (and a name) of each layer. */
export function partsOf(
  description: unknown,
  layers: readonly Layer[],
  ...steps: readonly string[]
): Layer[] {
  return layers.flatMap(({ value, pointer }) => {
    const inner = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), value);
    // `true` asks nothing: another layer says what the value is.
    if (inner === undefined || typeof inner === 'boolean') return [];
    return layersOf(description, { value: inner, pointer: pointer + pointerOf(steps) });
  });
}

/** The schema, and those that its `$ref` leads to and its `allOf` holds: all of them apply to the value. */
export function layersOf(
  description: unknown,
  { value, pointer }: Part,
  trail: readonly string[] = [],
): Layer[] {
  if (!isObject(value)) throw new ContractError(`The schema at \`${pointer}\` is no object.`, pointer);
  const unread = Object.keys(value).find((keyword) => !READ.has(keyword));
  if (unread !== undefined) {
    throw new ContractError(
      `The schema at \`${pointer}\` has the keyword \`${unread}\`, from which no field is read.`,
      pointer + pointerOf([unread]),
    );
  }
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
