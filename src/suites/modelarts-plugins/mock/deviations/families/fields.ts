import type { Json } from '../../../../../engine/json.ts';
import { removing, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import { type DocumentedAnswer, type DocumentedField, fieldsOf } from '../answers.ts';
import type { documented } from '../documented.generated.ts';

/** The types of JSON; `number` is one with a fraction, so that it is no integer either. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** What is known of a documented member beside what the description says. */
export interface Known {
  /** What the names of its deviations are made of, where that is not its path, e.g. `status-version`. */
  readonly slug?: string;
  /** What else can be wrong: the deviation's name, and the wrong value, there or below the member. */
  readonly wrong?: Readonly<Record<string, Wrong>>;
  /** Names that are better known than those made of `slug`. */
  readonly names?: Readonly<Partial<Record<JsonType | 'missing', string>>>;
}

/** What is known of the members of an answer, by where the description has them. */
export type KnownOf<K extends keyof typeof documented> = Readonly<
  Partial<Record<(typeof documented)[K][number]['at'], Known>>
>;

/** A wrong value of the right type, and words for it that follow "has". */
export interface Wrong {
  readonly value: Json;
  readonly says: string;
  /** A dotted path below the member; left out for the member itself. */
  readonly below?: string;
}

const VALUES: Readonly<Record<JsonType, Json>> = {
  null: null,
  boolean: true,
  number: 1.5,
  string: 'text',
  array: ['text'],
  object: { value: 'text' },
};

const TYPES: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

const ARTICLE: Readonly<Record<JsonType, string>> = {
  null: 'null',
  boolean: 'a boolean',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

/** Every documented member of an answer, each in every way in which it can be wrong, in the description's order. */
export function bodyDeviations(
  answer: DocumentedAnswer,
  known: Readonly<Record<string, Known | undefined>>,
): readonly Deviation[] {
  return fieldsOf(answer.key).flatMap((field) => fieldDeviations(answer, field, known[field.at] ?? {}));
}

/** Everything that can be wrong with a field of an answer: missing, of another type, or a wrong value. */
function fieldDeviations(
  { key, on }: DocumentedAnswer,
  field: DocumentedField,
  known: Known,
): readonly Deviation[] {
  const { at, type, required } = field;
  const { slug = slugOf(at) || 'body', wrong = {}, names = {} } = known;
  // The mock's answer has the first item of every array.
  const path = at.replaceAll('*', '0');
  const documentedPath = at.replaceAll('.*', '');
  const catches = `delete.${key}.body${documentedPath === '' ? '' : `.${documentedPath}`}`;
  const what = documentedPath === '' ? 'its body' : `\`${documentedPath}\``;
  const says = (words: string) => `The ${key} of a DELETE has ${words}.`;
  const missing: Deviation = {
    name: names.missing ?? `missing-${slug}`,
    title: says(`no ${what}`),
    catches,
    answer: on(removing(path)),
  };
  const others = TYPES.filter((other) => other !== type).map(
    (other): Deviation => ({
      name: names[other] ?? `${slug}-${other}`,
      title: says(`${ARTICLE[other]} for ${what}`),
      catches,
      answer: on(setting(path, VALUES[other])),
    }),
  );
  const wrongs = Object.entries(wrong).map(
    ([name, one]): Deviation => ({
      name,
      title: says(one.says),
      catches,
      answer: on(setting(one.below === undefined ? path : `${path}.${one.below}`, one.value)),
    }),
  );
  // There is always a body, be it an empty one.
  return [...(required && at !== '' ? [missing] : []), ...others, ...wrongs];
}

/** Every JSON type but string in a map whose values are strings. */
export function notStrings(
  slug: string,
  map: string,
  key: string,
  known: Readonly<Record<string, string>> = {},
) {
  const entries = TYPES.filter((type) => type !== 'string').map((type) => {
    const name = known[type] ?? `${slug}-value-${type}`;
    return [name, { value: VALUES[type], says: `${ARTICLE[type]} in \`${map}\``, below: key }] as const;
  });
  return Object.fromEntries<Wrong>(entries);
}

/** The path in kebab-case. */
function slugOf(at: string): string {
  return at
    .replaceAll('.*', '')
    .replaceAll(/[._]/g, '-')
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
