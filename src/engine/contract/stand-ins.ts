import { ExactNumber } from './exact-number.ts';
import { isObject } from './json-value.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * The body with doubles in place of the documented numbers that none holds: Ajv knows no others. It is the body itself
 * where there are none; what no schema looks into stays as it is.
 */
export function withStandIns(node: SchemaNode, value: unknown): unknown {
  if (value instanceof ExactNumber) return value.standIn();
  const { inner, members } = node;
  if (node.beyond !== null) return allStandIns(value);
  if (Array.isArray(value)) return inner === null ? value : itemsWithStandIns(inner, value);
  if (!isObject(value)) return value;
  let copy: Record<string, unknown> | null = null;
  const names = inner === null ? members.keys() : Object.keys(value);
  for (const name of names) {
    const member = members.get(name) ?? inner;
    if (member === null || !Object.hasOwn(value, name)) continue;
    const replaced = withStandIns(member, value[name]);
    if (replaced === value[name]) continue;
    // Without a prototype, so that `__proto__` is a name like any other.
    copy ??= Object.assign<Record<string, unknown>, object>(Object.create(null), value);
    copy[name] = replaced;
  }
  return copy ?? value;
}

/** The same of all numbers in a value, however deep. */
function allStandIns(value: unknown): unknown {
  if (value instanceof ExactNumber) return value.standIn();
  if (Array.isArray(value)) return value.map(allStandIns);
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, one] of Object.entries(value)) copy[name] = allStandIns(one);
  return copy;
}

function itemsWithStandIns(inner: SchemaNode, items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const replaced = withStandIns(inner, item);
    if (replaced === item) continue;
    copy ??= [...items];
    copy[index] = replaced;
  }
  return copy ?? items;
}
