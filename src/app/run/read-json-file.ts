import type { ErrorObject } from 'ajv';
import { ownSchema } from '../../engine/contract/own-schema.ts';
import { type Json, parseJson } from '../../engine/json.ts';
import { READABLE, textIn } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** What a file is held to. */
export interface Expected {
  /** The file of its schema. */
  readonly schema: string;
  /** What it is to be, in words that follow `no`. */
  readonly what: string;
  /** What would be right, a sentence that goes on behind a semicolon. */
  readonly right: string;
}

/** Reads a file of JSON that fits a schema of this suite's. Throws a UsageError where it does not. */
export function readJsonFile(file: string, { schema, what, right }: Expected): Json {
  const shown = shownPath(file);
  const read = textIn(file, shown, READABLE.needed);
  if ('problem' in read) throw new UsageError(read.problem);
  const value = parseJson(read.text);
  if (value === undefined) throw new UsageError(`${shown} is no JSON; ${right}`);
  const fits = ownSchema(schema);
  if (fits(value)) return value;
  const errors = fits.errors ?? [];
  if (errors.some(isOfVersion))
    throw new UsageError(`${shown} ${versionFault(value)}, and this version of the suite reads 1; ${right}`);
  const [first] = errors;
  const where = first?.instancePath ? `\`${first.instancePath}\`` : 'it';
  throw new UsageError(`${shown} is no ${what} of this suite: ${where} ${first?.message ?? ''}; ${right}`);
}

function isOfVersion({ instancePath, params }: ErrorObject): boolean {
  return (
    instancePath === '/formatVersion' ||
    (instancePath === '' && params['missingProperty'] === 'formatVersion')
  );
}

/** What another version of the format has in the place of its number. */
function versionFault(value: Json): string {
  const found: unknown = Object(value).formatVersion;
  return typeof found === 'number'
    ? `has the \`formatVersion\` ${found}`
    : 'has no number as its `formatVersion`';
}
