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

/** Makes a value the own member of an object, whatever its name. */
export function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  // Assigned, it would be the object's prototype.
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}
