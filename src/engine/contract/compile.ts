import type { Ajv2020, ErrorObject, Options } from 'ajv/dist/2020.js';
import { createAjv } from './ajv.ts';
import { ContractError } from './contract-error.ts';
import { DIALECT, jsonSchemaOf, translate } from './json-schema.ts';
import { isObject } from './json-value.ts';
import type { Part } from './reference.ts';
import { schemaRoots, subschemas, withoutSubschemas } from './schema-roots.ts';

/** A compiled schema: whether a value fits, and in `errors` why not. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** Compiled schemas by their pointer in the description. */
export type Validators = ReadonlyMap<string, Validator>;

/** The schemas of a description in an Ajv, each under its own key. */
export interface Compiled {
  readonly ajv: Ajv2020;
  /** The key of a schema in the Ajv, by its pointer in the description. */
  readonly keys: ReadonlyMap<string, string>;
  readonly validators: Validators;
}

const ID = 'description';

/** Compiles every schema of a description strictly; a ContractError names the place of one that does not. */
export function compile(description: unknown, options: Options = {}): Compiled {
  const { $defs, names } = jsonSchemaOf(description);
  const keys = new Map([...names].map(([pointer, name]) => [pointer, `${ID}#/$defs/${name}`]));
  try {
    const ajv = createAjv(options).addSchema({ $schema: DIALECT, $id: ID, $defs });
    const validators = new Map([...keys].map(([pointer, key]) => [pointer, compiled(ajv, key)] as const));
    return { ajv, keys, validators };
  } catch (error) {
    throw explained(description, error);
  }
}

function compiled(ajv: Ajv2020, key: string): Validator {
  const validate = ajv.getSchema(key);
  if (validate === undefined) throw new Error(`no schema \`${key}\``);
  // None of the schemas is asynchronous, so the result is a boolean.
  return validate as Validator;
}

/** Ajv names no place: the schema that does not compile on its own is it. */
function explained(description: unknown, error: unknown): ContractError {
  const left: Part[] = [...schemaRoots(description)].reverse();
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const reason = faultOf(withoutSubschemas(part));
    if (reason !== null) return notCompiled(part.pointer, reason);
    left.push(...[...subschemas(part)].reverse());
  }
  return notCompiled('/components/schemas', messageOf(error));
}

function faultOf(schema: unknown): string | null {
  if (typeof schema === 'boolean') return null;
  if (!isObject(schema)) return 'a schema is an object, `true` or `false`';
  // Where the reference leads was checked before.
  const { $ref: _, ...rest } = schema;
  try {
    createAjv().compile(Object(translate(rest)));
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function notCompiled(pointer: string, reason: string): ContractError {
  return new ContractError(`The schema at \`${pointer}\` does not compile: ${reason}.`, pointer);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
}
