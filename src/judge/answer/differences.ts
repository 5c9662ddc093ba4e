import { isObject } from '../../contract/plugin.ts';
import { sameJson } from './same-json.ts';

/** A place at which two JSON values differ. */
export interface Difference {
  /** The way to it from the values themselves, [] for them. */
  readonly steps: readonly string[];
  /** Undefined where the first has no such member. */
  readonly one: unknown;
  /** Undefined where the second has none. */
  readonly other: unknown;
}

/** The deepest members in which two JSON values differ, at most `most`, in the order of the first. Not recursive. */
export function differences(one: unknown, other: unknown, most = 20): readonly Difference[] {
  const found: Difference[] = [];
  const left: Difference[] = [{ steps: [], one, other }];
  for (let pair = left.pop(); pair !== undefined && found.length < most; pair = left.pop()) {
    const { steps, one: a, other: b } = pair;
    if (sameJson(a, b)) continue;
    const inner = stepsInto(a, b);
    if (inner === null) {
      found.push(pair);
      continue;
    }
    for (const step of inner.reverse()) {
      left.push({ steps: [...steps, step], one: memberOf(a, step), other: memberOf(b, step) });
    }
  }
  return found;
}

function stepsInto(a: unknown, b: unknown): string[] | null {
  if (Array.isArray(a) && Array.isArray(b)) {
    return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => String(at));
  }
  return isObject(a) && isObject(b) ? [...new Set([...Object.keys(a), ...Object.keys(b)])] : null;
}

/** A member of an object or an item of an array; undefined where there is none. */
export function memberOf(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  // Just seen to be an object or an array that has it.
  return (value as Readonly<Record<string, unknown>>)[step];
}
