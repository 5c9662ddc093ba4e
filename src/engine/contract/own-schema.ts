import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { SCHEMAS } from '../package-root.ts';
import { createAjv } from './ajv.ts';

const compiled = new Map<string, ValidateFunction<unknown>>();

/**
 * What a file of `schemas/` accepts, with the values in its errors; compiled once, however much is held to it. That
 * each is a right schema the tests of this suite say: a command does not compile the schema of schemas for it.
 */
export function ownSchema<Fitting = unknown>(name: string): ValidateFunction<Fitting> {
  const known = compiled.get(name);
  if (known !== undefined) return known as ValidateFunction<Fitting>;
  const text = readFileSync(new URL(name, SCHEMAS), 'utf8');
  const made = createAjv({ verbose: true, validateSchema: false }).compile<Fitting>(JSON.parse(text));
  compiled.set(name, made);
  return made;
}
