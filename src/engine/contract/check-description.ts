import type { Validator } from '@seriousme/openapi-schema-validator';
import { ContractError } from './contract-error.ts';
import type { Description } from './description.ts';
import { isObject } from './json-value.ts';
import { checkReferences } from './reference.ts';

/** Parses a description that was checked before, by whoever tested by it; a ContractError says what is wrong. */
export async function parseDescription(text: string): Promise<Description> {
  const description = await parse(text);
  if (description === null || description === undefined) {
    throw new ContractError('The description is empty.');
  }
  if (!isObject(description)) throw new ContractError('The description is no object.');
  checkReferences(description);
  // What is missing of an OpenAPI document is an error where it is read.
  return description as unknown as Description;
}

/** It compiles the schema of OpenAPI once. */
let validator: Promise<Validator> | null = null;

/** Parses a description and checks it against the OpenAPI specification; a ContractError says what is wrong. */
export async function checkDescription(text: string): Promise<Description> {
  const description = await parseDescription(text);
  validator ??= import('@seriousme/openapi-schema-validator').then(({ Validator }) => new Validator());
  const { valid, errors } = await (await validator).validate(description);
  if (valid) return description;
  // Of many errors the one deepest in the document is the cause, the others are its consequences.
  const [first] = Array.isArray(errors)
    ? [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length)
    : [];
  const pointer = first?.instancePath ?? '';
  const property: unknown = first?.params['unevaluatedProperty'] ?? first?.params['additionalProperty'];
  const what = typeof property === 'string' ? ` (\`${property}\`)` : '';
  const reason = first?.message ?? (typeof errors === 'string' ? errors : 'it does not fit');
  throw new ContractError(
    `The description is no OpenAPI document at \`${pointer}\`: ${reason.replace(/\.$/, '')}${what}.`,
    pointer,
  );
}

async function parse(text: string): Promise<unknown> {
  const yaml = await import('yaml');
  try {
    return yaml.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new ContractError(`The description is no YAML: ${reason.replace(/[.:]$/, '')}.`);
  }
}
