import type { SchemaObject } from './description.ts';

/** The types of JSON, as a sentence names one value of each. */
const WORDS = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
  null: 'null',
} as const;

/** A type of JSON as schemas name it. */
export type JsonType = keyof typeof WORDS;

/** What a schema asks of a value, apart from its members. */
export type Facts = Pick<SchemaObject, 'const' | 'enum' | 'format' | 'pattern' | 'minLength' | 'minimum'>;

/** Whether a schema's `type` is one that JSON has. */
export function isJsonType(type: unknown): type is JsonType {
  return typeof type === 'string' && Object.hasOwn(WORDS, type);
}

/** A value of this type, in words. */
export function typeInWords(type: JsonType): string {
  return WORDS[type];
}

/** What is expected of a value, in words, e.g. `one of "Pending", "Running"`. */
export function inWords(type: JsonType, facts: Facts, inner: string | null): string {
  const options = facts.const === undefined ? facts.enum : [facts.const];
  if (options !== undefined) {
    const listed = options.map((option) => JSON.stringify(option)).join(', ');
    return options.length === 1 ? listed : `one of ${listed}`;
  }
  if (inner !== null) {
    return type === 'array' ? `an array, each item ${inner}` : `an object, each value ${inner}`;
  }
  if (facts.format === 'date-time') return 'a string: an RFC 3339 date-time';
  if (facts.format !== undefined) return `a string of the format \`${facts.format}\``;
  if (facts.pattern !== undefined) return `a string that matches \`${facts.pattern}\``;
  if (facts.minLength === 1) return 'a string that is not empty';
  if (facts.minLength !== undefined) return `a string of at least ${facts.minLength} characters`;
  if (facts.minimum !== undefined) return `${WORDS[type]}, at least ${facts.minimum}`;
  return WORDS[type];
}
