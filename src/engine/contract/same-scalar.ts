import { Digest, digestOf } from './digest.ts';
import { ExactNumber } from './exact-number.ts';

/**
 * Whether two values are the same text, number, `true`, `false` or `null`; numbers by their exact decimal values. Of a
 * value that was too large to be kept the hash is held against that of the other.
 */
export function sameScalar(one: unknown, other: unknown): boolean {
  if (one instanceof Digest || other instanceof Digest) return digestOf(one).hash === digestOf(other).hash;
  if (!(one instanceof ExactNumber) && !(other instanceof ExactNumber)) return one === other;
  const [left, right] = [exactOf(one), exactOf(other)];
  return left !== null && left.key === right?.key;
}

/** The same text for every scalar that `sameScalar` calls the same; null for arrays and objects. */
export function scalarKey(value: unknown): string | null {
  const exact = exactOf(value);
  if (exact !== null) return exact.key;
  return typeof value === 'object' && value !== null ? null : (JSON.stringify(value) ?? null);
}

function exactOf(value: unknown): ExactNumber | null {
  if (value instanceof ExactNumber) return value;
  return typeof value === 'number' ? new ExactNumber(String(value)) : null;
}
