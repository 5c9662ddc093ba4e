import { isObject, member } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import type { Part } from './reference.ts';

/** Every outermost schema of a description: the components by name, then those of parameters and bodies. */
export function schemaRoots(description: unknown): readonly Part[] {
  const components = member(member(description, 'components'), 'schemas');
  const named = Object.entries(isObject(components) ? components : {}).map(([name, value]) => ({
    value,
    pointer: pointerOf(['components', 'schemas', name]),
  }));
  const inline: Part[] = [];
  const left: Part[] = [{ value: description, pointer: '' }];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (!isObject(part.value) && !Array.isArray(part.value)) continue;
    for (const [name, value] of Object.entries(part.value)) {
      const inner = { value, pointer: part.pointer + pointerOf([name]) };
      if (name === 'schema') inline.push(inner);
      else if (name !== 'examples' && inner.pointer !== '/components/schemas') left.push(inner);
    }
  }
  return [...named, ...inline.sort((a, b) => (a.pointer < b.pointer ? -1 : 1))];
}

const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'];
const MANY = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
];

/** The schemas just below a schema. */
export function subschemas({ value, pointer }: Part): readonly Part[] {
  if (!isObject(value)) return [];
  const single = SINGLE.filter((keyword) => keyword in value).map((keyword) => ({
    value: value[keyword],
    pointer: pointer + pointerOf([keyword]),
  }));
  const many = MANY.flatMap((keyword) =>
    Object.entries(value[keyword] ?? {}).map(([name, inner]) => ({
      value: inner,
      pointer: pointer + pointerOf([keyword, name]),
    })),
  );
  return [...single, ...many];
}

/** The schema with `true` in the place of every schema below it. */
export function withoutSubschemas({ value }: Part): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([keyword, inner]) => {
      if (SINGLE.includes(keyword)) return [keyword, true];
      if (!MANY.includes(keyword)) return [keyword, inner];
      if (Array.isArray(inner)) return [keyword, inner.map(() => true)];
      if (!isObject(inner)) return [keyword, inner];
      return [keyword, Object.fromEntries(Object.keys(inner).map((name) => [name, true]))];
    }),
  );
}
