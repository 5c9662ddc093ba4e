import { Digest } from './digest.ts';
import { ExactNumber } from './exact-number.ts';

/** As many characters of a value as a finding shows. */
const LONGEST = 120;

/** A value of a body in few words: JSON where it is a text, a number (as it was written), true, false or null. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value))
    return value.length === 1 ? 'an array of 1 item' : `an array of ${value.length} items`;
  if (value instanceof ExactNumber) {
    const { text } = value;
    return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
  }
  if (value instanceof Digest) return `what has the hash ${value.hash}`;
  if (typeof value === 'object' && value !== null) {
    const { length } = Object.keys(value);
    return length === 1 ? 'an object of 1 member' : `an object of ${length} members`;
  }
  if (typeof value !== 'string') return String(value);
  const quoted = JSON.stringify(value.slice(0, LONGEST));
  if (value.length <= LONGEST && quoted.length <= LONGEST) return quoted;
  return `${quoted.slice(0, LONGEST - 2)}…" (${value.length} characters)`;
}
