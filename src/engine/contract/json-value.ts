import { Digest } from './digest.ts';
import { ExactNumber } from './exact-number.ts';

/** A value's own member; undefined where the value is no object or has no such member. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether a JSON value is an object (not null, not an array, not a number, not the hash of one). */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof ExactNumber) && !(value instanceof Digest);
}
