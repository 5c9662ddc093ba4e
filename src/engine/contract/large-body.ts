import { isObject } from './json-value.ts';
import type { SchemaNode } from './schema-node.ts';

/** Items and values of the documented arrays and maps that are judged to the last error. */
const LIMIT = 1000;

/**
 * The body, or, where its documented arrays and maps hold more than 1,000 entries, its documented members with
 * the first 1,000 of them: Ajv makes an object of each error, and of millions there is no room.
 */
export function beginningOf(
  root: SchemaNode,
  body: unknown,
): { readonly value: unknown; readonly whole: boolean } {
  const room = { left: LIMIT };
  const copy = copied(root, body, room);
  return room.left < 0 ? { value: copy, whole: false } : { value: body, whole: true };
}

function copied(node: SchemaNode, value: unknown, room: { left: number }): unknown {
  const { inner } = node;
  if (node.type === 'array' && Array.isArray(value) && inner !== null) {
    const items: unknown[] = [];
    for (const item of value) {
      room.left -= 1;
      if (room.left < 0) break;
      items.push(copied(inner, item, room));
    }
    return items;
  }
  if (node.type !== 'object' || !isObject(value)) return value;
  // Without a prototype, so that `__proto__` is a name like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of node.members) {
    if (Object.hasOwn(value, name)) copy[name] = copied(member, value[name], room);
  }
  if (inner === null) return node.members.size === 0 ? value : copy;
  for (const name in value) {
    if (!Object.hasOwn(value, name) || node.members.has(name)) continue;
    room.left -= 1;
    if (room.left < 0) break;
    copy[name] = copied(inner, value[name], room);
  }
  return copy;
}
