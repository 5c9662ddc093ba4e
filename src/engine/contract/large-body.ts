import { isObject } from './json-value.ts';
import type { SchemaNode } from './schema-node.ts';

/** Items and values of the documented arrays and maps that are judged to the last error. */
const LIMIT = 1000;

/**
 * The body, or, where its documented arrays and maps hold more than 1,000 entries, its documented members with
 * the first 1,000 of them, null where that cannot be divided: Ajv makes an object of each error, and of millions there
 * is no room.
 */
export function beginningOf(root: SchemaNode, body: unknown): Beginning | null {
  const room: Room = { left: LIMIT, isUndivided: false };
  const copy = copied(root, body, room);
  if (room.left >= 0) return { value: body, whole: true };
  return room.isUndivided ? null : { value: copy, whole: false };
}

/** What of a body is judged to the last error. */
export interface Beginning {
  readonly value: unknown;
  readonly whole: boolean;
}

/** How many entries there is room for, and whether a value had more that can only be judged as a whole. */
interface Room {
  left: number;
  isUndivided: boolean;
}

function copied(node: SchemaNode, value: unknown, room: Room): unknown {
  const { inner } = node;
  if (node.beyond !== null) {
    room.left -= entriesIn(value, room.left + 1);
    room.isUndivided ||= room.left < 0;
    return value;
  }
  if (node.types.includes('array') && Array.isArray(value) && inner !== null) {
    const items: unknown[] = [];
    for (const item of value) {
      room.left -= 1;
      if (room.left < 0) break;
      items.push(copied(inner, item, room));
    }
    return items;
  }
  if (!node.types.includes('object') || !isObject(value)) return value;
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

/** How many entries a value has, however deep; counted up to `most`. */
function entriesIn(value: unknown, most: number): number {
  let count = 0;
  const left = [value];
  for (let at = left.pop(); at !== undefined && count < most; at = left.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    for (const one of Object.values(at)) {
      count += 1;
      if (count >= most) break;
      if (typeof one === 'object' && one !== null) left.push(one);
    }
  }
  return count;
}
