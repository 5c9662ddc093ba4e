import { readFileSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import { parse } from 'yaml';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { dateTimes } from './date-times.ts';

/** As much of JSON Schema as the description uses; a keyword that is none of these makes the generator throw. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | true;
}

const READ = new Set(
  'type enum format pattern minLength minimum required properties items additionalProperties'.split(' '),
);
const PROSE = new Set(['$ref', 'allOf', 'description', 'x-source', 'x-instance']);

const { components }: { components: { schemas: Readonly<Record<string, Schema>> } } = parse(
  readFileSync(DESCRIPTION, 'utf8'),
);

/** Bodies that a schema of the description, by name, calls valid: optional members and unnamed ones come and go. */
export function bodiesOf(name: string): Arbitrary<unknown> {
  return valuesOf([named(name)]);
}

/** Values that all of these schemas call valid. */
function valuesOf(schemas: readonly (Schema | true)[]): Arbitrary<unknown> {
  const layers = schemas.flatMap((one) => (one === true ? [] : layersOf(one)));
  const first = <K extends keyof Schema>(keyword: K) =>
    layers.find((layer) => layer[keyword] !== undefined)?.[keyword];
  switch (first('type')) {
    case 'object':
      return objectsOf(layers);
    case 'array':
      return fc.array(valuesOf([first('items') ?? true]), { maxLength: 3 });
    case 'integer':
      return fc.oneof(
        fc.integer({ min: first('minimum') ?? -10, max: 99 }),
        fc.constant(first('minimum') ?? 0),
      );
    case 'string':
      return stringsOf(first('enum'), first('format'), first('pattern'), first('minLength'));
    case undefined:
      return fc.jsonValue();
    default:
      throw new Error(`No values are made of the type \`${first('type')}\`.`);
  }
}

/** A schema and those that it refers to or holds, one beside the other. */
function layersOf(schema: Schema): readonly Schema[] {
  const strange = Object.keys(schema).filter((keyword) => !READ.has(keyword) && !PROSE.has(keyword));
  if (strange.length > 0) throw new Error(`No values are made for the keyword \`${strange[0]}\`.`);
  const { $ref, allOf = [] } = schema;
  const referred = $ref === undefined ? [] : [named($ref)];
  return [schema, ...[...referred, ...allOf].flatMap(layersOf)];
}

function named(reference: string): Schema {
  const schema = components.schemas[reference.replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`\`${reference}\` is not in the description.`);
  return schema;
}

function stringsOf(
  options: readonly string[] | undefined,
  format: string | undefined,
  pattern: string | undefined,
  minLength = 0,
): Arbitrary<string> {
  if (options !== undefined) return fc.constantFrom(...options);
  if (format === 'date-time') return dateTimes;
  if (format !== undefined) throw new Error(`No texts are made of the format \`${format}\`.`);
  return pattern === undefined
    ? fc.string({ unit: 'grapheme', minLength })
    : fc.stringMatching(new RegExp(pattern));
}

function objectsOf(layers: readonly Schema[]): Arbitrary<unknown> {
  const names = [...new Set(layers.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const members = names.map((name) => {
    const schemas = layers.flatMap(({ properties = {} }) => properties[name] ?? []);
    return [name, valuesOf(schemas)] as const;
  });
  const requiredKeys = [...new Set(layers.flatMap(({ required = [] }) => required))];
  const documented = fc.record<Record<string, unknown>>(Object.fromEntries(members), { requiredKeys });
  const others = layers.flatMap(({ additionalProperties = [] }) => additionalProperties);
  const unnamed = fc.dictionary(fc.string(), valuesOf(others), { maxKeys: 2 });
  return fc.tuple(unnamed, documented).map((both) => Object.assign({}, ...both));
}
