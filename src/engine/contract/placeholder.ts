import type { ErrorObject } from 'ajv/dist/2020.js';
import { FORMATS } from './ajv.ts';

/** What `record/` leaves in the place of a secret. */
const PLACEHOLDER = /\[REDACTED(?:-[\d.]+)?\]/g;

/** A text that is longer fits no documented pattern and no format. */
const LONGEST_TEXT = 1000;

/** No longer secret of digits or letters alone is thought of. */
const LONGEST = 64;

/**
 * Whether a text that does not fit a pattern or a format may have fitted before a part of it was redacted: some digits,
 * or some letters, in the place of that part do. Of any other secret that is not thought.
 */
export function mayFitUnredacted(error: ErrorObject, value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT || value.search(PLACEHOLDER) < 0) return false;
  const fits = testOf(error);
  if (fits === null) return false;
  for (let length = 1; length <= LONGEST; length += 1) {
    if (['0', 'a'].some((unit) => fits(value.replace(PLACEHOLDER, unit.repeat(length))))) return true;
  }
  return false;
}

/** What a pattern or a format asks of a text; null for another keyword. */
function testOf({ keyword, params }: ErrorObject): ((text: string) => boolean) | null {
  if (keyword === 'pattern') {
    // As Ajv reads it; it was compiled before.
    const pattern = new RegExp(String(params['pattern']), 'u');
    return (text) => pattern.test(text);
  }
  if (keyword !== 'format') return null;
  const format: unknown = Object.entries(FORMATS).find(([name]) => name === params['format'])?.[1];
  if (format instanceof RegExp) return (text) => text.search(format) >= 0;
  return typeof format === 'function' ? (text) => format(text) === true : null;
}
