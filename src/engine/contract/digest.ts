import { createHash } from 'node:crypto';
import { ExactNumber } from './exact-number.ts';

/** So many hexadecimal digits of SHA-256: two values that differ have the same in no run that will ever be made. */
const DIGITS = 32;

/** What is left of a JSON value that was too large to be kept: its hash, the same for all values that are equal. */
export class Digest {
  readonly hash: string;

  constructor(hash: string) {
    this.hash = hash;
  }
}

/** The SHA-256 of a text in UTF-8, in lower-case hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same of bytes. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The sum and the length of what comes in parts. */
export function sumOf(parts: Iterable<Buffer | string>): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const part of parts) {
    hash.update(part);
    bytes += Buffer.byteLength(part);
  }
  return { sha256: hash.digest('hex'), bytes };
}

const known = new WeakMap<object, Digest>();

/** The hash of a JSON value, whatever the order of its members, numbers by their exact value; of a hash it is that. */
export function digestOf(value: unknown): Digest {
  if (value instanceof Digest) return value;
  const before = isKept(value) ? known.get(value) : undefined;
  if (before !== undefined) return before;
  const parts: string[] = [];
  write(value, parts);
  const digest = new Digest(sha256Of(parts.join('')).slice(0, DIGITS));
  if (isKept(value)) known.set(value, digest);
  return digest;
}

function isKept(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A body that is read nests no deeper than a thousand levels. */
function write(value: unknown, parts: string[]): void {
  if (value instanceof ExactNumber) parts.push('#', value.key);
  else if (typeof value === 'number') parts.push('#', new ExactNumber(String(value)).key);
  else if (value instanceof Digest || value === undefined) parts.push('?');
  else if (typeof value !== 'object' || value === null) parts.push(JSON.stringify(value));
  else if (Array.isArray(value)) {
    parts.push('[');
    for (const item of value) {
      write(item, parts);
      parts.push(',');
    }
    parts.push(']');
  } else {
    parts.push('{');
    for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(JSON.stringify(name), ':');
      write(member, parts);
      parts.push(',');
    }
    parts.push('}');
  }
}
