import { isObject } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import type { SchemaNode } from './schema-node.ts';

/** As many undocumented members as are told. */
const MOST = 100;

/** Pointers of the members that no page names, at most 100; what a map holds is no drift. */
export function undocumentedMembers(root: SchemaNode, body: unknown): readonly string[] {
  const found: string[] = [];
  visit(root, body, [], (node, value, steps) => {
    // An object of which no member is named is a map: anything may be in it.
    if (node.members.size === 0 || node.openBy !== null || !isObject(value)) return true;
    for (const name in value) {
      if (found.length === MOST) return false;
      if (!node.members.has(name) && Object.hasOwn(value, name)) found.push(pointerOf([...steps, name]));
    }
    return found.length < MOST;
  });
  return found;
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
