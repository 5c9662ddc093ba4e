import { ExactNumber } from './exact-number.ts';
import { isObject } from './json-value.ts';

/** What of a documented value tells where to look for numbers. */
interface Looked {
  readonly beyond: string | null;
  readonly inner: Looked | null;
  readonly members: ReadonlyMap<string, Looked>;
}

/** Everything is looked into, however deep. */
const WHOLE: Looked = {
  beyond: null,
  get inner() {
    return WHOLE;
  },
  members: new Map(),
};

/**
 * The body with doubles in place of the documented numbers that none holds: Ajv knows no others. It is the body itself
 * where there are none; what no schema looks into stays as it is.
 */
export function withStandIns(node: Looked, value: unknown): unknown {
  if (value instanceof ExactNumber) return value.standIn();
  // Of what lies beyond the documented members each number may be judged.
  const { inner, members } = node.beyond === null ? node : WHOLE;
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

function itemsWithStandIns(inner: Looked, items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const replaced = withStandIns(inner, item);
    if (replaced === item) continue;
    copy ??= [...items];
    copy[index] = replaced;
  }
  return copy ?? items;
}
