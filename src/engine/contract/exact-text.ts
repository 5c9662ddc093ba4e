import { ExactNumber } from './exact-number.ts';

/** A JSON text in which each number stands as it was written. What was read nests no deeper than a thousand levels. */
export function exactText(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(exactText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${exactText(one)}`);
  return `{${members.join()}}`;
}
