import { on400, onAccepted, removing, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import type { Json } from '../../json.ts';

/** The types of JSON; `number` is one with a fraction, so that it is no integer either. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** A documented member of an answer, and how it may be wrong. */
export interface Field {
  /** What the names of its deviations are made of, e.g. `status-version`. */
  readonly slug: string;
  /** Where the mock's answer has it, e.g. `status.resources.0.replicas`; '' for the body itself. */
  readonly path: string;
  readonly type: JsonType | 'integer';
  /** True where the answer must have it. */
  readonly mandatory?: true;
  /** What else can be wrong: the deviation's name, and the wrong value, there or below the member. */
  readonly wrong?: Readonly<Record<string, Wrong>>;
  /** Names that are better known than those made of `slug`. */
  readonly names?: Readonly<Partial<Record<JsonType | 'missing', string>>>;
}

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

/** Everything that can be wrong with a field of the answer with this status: missing, of another type, or a wrong value. */
export function fieldDeviations(status: 200 | 400, field: Field): readonly Deviation[] {
  const { slug, path, type, mandatory, wrong = {}, names = {} } = field;
  const on = status === 200 ? onAccepted : on400;
  const documented = path.replaceAll('.0', '');
  const catches = `delete.${status}.body${documented === '' ? '' : `.${documented}`}`;
  const what = documented === '' ? 'its body' : `\`${documented}\``;
  const says = (words: string) => `The ${status} of a DELETE has ${words}.`;
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
  return [...(mandatory ? [missing] : []), ...others, ...wrongs];
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
