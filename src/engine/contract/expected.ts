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
export type Facts = Pick<
  SchemaObject,
  | 'const'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'exclusiveMinimum'
  | 'maximum'
  | 'exclusiveMaximum'
  | 'multipleOf'
>;

/** Whether a schema's `type` is one that JSON has. */
export function isJsonType(type: unknown): type is JsonType {
  return typeof type === 'string' && Object.hasOwn(WORDS, type);
}

/** A value of one of these types, in words; of none: any value. */
export function typesInWords(types: readonly JsonType[]): string {
  return types.length === 0 ? 'any JSON value' : types.map((type) => WORDS[type]).join(' or ');
}

/** What is expected of a value, in words, e.g. `one of "Pending", "Running"`. */
export function inWords(types: readonly JsonType[], facts: Facts, inner: string | null): string {
  const [type] = types;
  const options = facts.const === undefined ? facts.enum : [facts.const];
  if (options !== undefined) {
    const listed = options.map((option) => JSON.stringify(option)).join(', ');
    return options.length === 1 ? listed : `one of ${listed}`;
  }
  if (types.length !== 1) return typesInWords(types);
  if (inner !== null) {
    return type === 'array' ? `an array, each item ${inner}` : `an object, each value ${inner}`;
  }
  if (facts.format === 'date-time') return 'a string: an RFC 3339 date-time';
  if (facts.format !== undefined) return `a string of the format \`${facts.format}\``;
  if (facts.pattern !== undefined) return `a string that matches \`${facts.pattern}\``;
  const { minLength, maxLength } = facts;
  if (minLength === 1 && maxLength === undefined) return 'a string that is not empty';
  const lengths = [
    ...(minLength === undefined ? [] : [`at least ${minLength}`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength}`]),
  ];
  if (lengths.length > 0) return `a string of ${lengths.join(' and ')} characters`;
  return [typesInWords(types), ...boundsOf(facts)].join(', ');
}

function boundsOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: Facts): string[] {
  const bounds = [
    ['at least', minimum],
    ['more than', exclusiveMinimum],
    ['at most', maximum],
    ['less than', exclusiveMaximum],
    ['a multiple of', multipleOf],
  ] as const;
  return bounds.flatMap(([words, bound]) => (bound === undefined ? [] : [`${words} ${bound}`]));
}
