import { isJsonObject, type Json } from '../../engine/json.ts';

/** How a JSON text is spelt. */
export interface Spelling {
  readonly space: string;
  readonly string: (text: string) => string;
  readonly number: (value: number) => string;
}

/** A string that begins so stands for the rest of it, unquoted: JSON has numbers that JavaScript has not. */
const NUMBER = '\u0000number:';

/** A number by its digits, for whatever value they have. */
export function digits(text: string): string {
  return NUMBER + text;
}

/** Whether a text stands for a number. */
export function standsForNumber(text: string): boolean {
  return text.startsWith(NUMBER);
}

/** As JSON.stringify spells. */
export const COMPACT: Spelling = { space: '', string: (text) => JSON.stringify(text), number: String };

/** Writes a JSON value. Its depth is bounded by those who make it. */
export function jsonText(value: Json, spelling: Spelling): string {
  const { space } = spelling;
  if (typeof value === 'string') {
    return standsForNumber(value) ? value.slice(NUMBER.length) : spelling.string(value);
  }
  if (typeof value === 'number') return spelling.number(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, inner]) => `${spelling.string(name)}${space}:${space}${jsonText(inner, spelling)}`,
    );
    return `{${space}${members.join(`${space},${space}`)}${space}}`;
  }
  return `[${space}${value.map((inner) => jsonText(inner, spelling)).join(`${space},${space}`)}${space}]`;
}
