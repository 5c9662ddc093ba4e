import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import '@hyperjump/json-schema/formats';
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { validate as validateOpenApi } from '@hyperjump/json-schema/openapi-3-1';
import { parse } from 'yaml';
import { SCHEMAS } from '../../src/engine/package-root.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test } from '../own-test.ts';

/** Whether a body, parsed from JSON, is a valid one. */
export type Verdict = (body: unknown) => boolean;

/** Where the description has the schema of each documented body of a DELETE. */
const PLACES = { 200: 'DeletedPlugin', 400: 'Error' } as const;

// Formats are annotations in both dialects, unless a validator is told to assert them.
setShouldValidateFormat(true);

/**
 * A schema file that the project generates, judged as JSON Schema 2020-12 by a library that is not Ajv; `lost` is a
 * keyword that is taken out of it first, wherever it stands.
 */
export async function byGeneratedSchema(status: 200 | 400, lost: string | null = null): Promise<Verdict> {
  const file = new URL(`delete-plugin.${status}.generated.schema.json`, SCHEMAS);
  const schema: SchemaObject = JSON.parse(readFileSync(file, 'utf8'), (name, value) =>
    name === lost ? undefined : value,
  );
  const uri = `https://second.example/${status}/${test.info().testId}`;
  registerSchema(schema, uri);
  return verdictOf(await validate(uri));
}

/** The description itself, judged as OpenAPI 3.1 by the same library: nothing of ours translates it. */
export async function byDescription(status: 200 | 400): Promise<Verdict> {
  // The library knows an OpenAPI document by the end of its file's name, and reads JSON alone.
  const copy = test.info().outputPath('description.openapi.json');
  writeFileSync(copy, JSON.stringify(parse(readFileSync(DESCRIPTION, 'utf8'))));
  return verdictOf(await validateOpenApi(`${pathToFileURL(copy)}#/components/schemas/${PLACES[status]}`));
}

function verdictOf(validator: Awaited<ReturnType<typeof validate>>): Verdict {
  // Bodies come from `JSON.parse`; the library types what it takes as JSON.
  return (body) => validator(body as Parameters<typeof validator>[0]).valid;
}
