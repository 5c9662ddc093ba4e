import type { Body } from '../model/exchange.ts';
import type { Packing } from '../secrets/look/found.ts';

/** Says that a body is not kept because of a secret in it; its hash could tell a short one. `packing`: null where it has more than one. */
export function secretHeld(bytes: number, packing: Packing | null): string {
  const form = packing === null ? 'a form' : `${packing}, a form`;
  return `The body of ${bytes} bytes held a secret in ${form} in which none can be replaced, and is not kept.`;
}

/** Says that a body is not kept because nobody knows what it holds. */
export function notLookedThrough(bytes: number, sha256: string): string {
  return `The body of ${bytes} bytes was not looked through for secrets, and is not kept; its SHA-256 is ${sha256}.`;
}

/** Stands for what is packed in the beginning of an answer. */
export function partNotKept(bytes: number): string {
  return `[${bytes} bytes that are no text]`;
}

/** A body in whose place a sentence stands; it is no JSON, and UTF-8 or not as the body was. */
export function withSentence(notKept: string, encoding: Body['encoding']) {
  const data = encoding === 'utf-8' ? notKept : Buffer.from(notKept).toString('base64');
  return { encoding, data, notKept };
}
