import type { Holding, Undocumented } from '../model/contract.ts';
import { isObject } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import type { SchemaNode } from './schema-node.ts';

/** As many undocumented members as are told. */
const MOST = 100;

/** The members that no page names, at most 100 by their pointers; what a map holds is no drift. */
export function undocumentedMembers(root: SchemaNode, body: unknown): Undocumented {
  const pointers: string[] = [];
  let more = 0;
  visit(root, body, [], (node, value, steps) => {
    // An object of which no member is named is a map: anything may be in it.
    if (node.members.size === 0 || node.openBy !== null || !isObject(value)) return true;
    for (const name in value) {
      if (node.members.has(name) || !Object.hasOwn(value, name)) continue;
      if (pointers.length < MOST) pointers.push(pointerOf([...steps, name]));
      else more += 1;
    }
    return true;
  });
  return { pointers, more };
}

/** What the documented value at these steps holds; nothing where none is documented there. */
export function holdingAt(root: SchemaNode, steps: readonly (string | number)[]): Holding {
  let node = root;
  for (const step of steps) {
    const { items, freeNames } = holdingOf(node);
    const member = typeof step === 'number' ? undefined : node.members.get(step);
    const isWithin = typeof step === 'number' ? items : freeNames;
    const next = member ?? (isWithin ? node.inner : null);
    if (next === null) return { items: false, freeNames: false };
    node = next;
  }
  return holdingOf(node);
}

function holdingOf({ types, members, inner }: SchemaNode): Holding {
  const items = types.includes('array');
  const isMap = members.size === 0 || (inner !== null && !items);
  return { items, freeNames: types.includes('object') && isMap };
}

/** Paths of the documented fields that the body has; '' for any JSON value at all. */
export function observedFields(root: SchemaNode, body: unknown): ReadonlySet<string> {
  const observed = new Set<string>();
  visit(root, body, [], (node) => {
    observed.add(node.path);
    return true;
  });
  return observed;
}

/** Goes over the documented values that a body has, no deeper than the documents do, until it is told to stop. */
function visit(
  node: SchemaNode,
  value: unknown,
  steps: (string | number)[],
  see: (node: SchemaNode, value: unknown, steps: readonly (string | number)[]) => boolean,
): boolean {
  if (value === undefined) return true;
  if (!see(node, value, steps)) return false;
  const { inner, types, members } = node;
  const below = (step: string | number, child: SchemaNode, at: unknown): boolean => {
    steps.push(step);
    const goOn = visit(child, at, steps, see);
    steps.pop();
    return goOn;
  };
  if (Array.isArray(value)) {
    return (
      !types.includes('array') || inner === null || value.every((item, index) => below(index, inner, item))
    );
  }
  if (!isObject(value)) return true;
  for (const [name, member] of members) {
    if (Object.hasOwn(value, name) && !below(name, member, value[name])) return false;
  }
  return true;
}
