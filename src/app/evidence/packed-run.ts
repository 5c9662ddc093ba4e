import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv } from '../../engine/contract/ajv.ts';
import { parseJson } from '../../engine/json.ts';
import type { Report } from '../../engine/model/report.ts';
import { readRecording } from '../../engine/report/har-recording.ts';
import { reportOf } from '../../engine/report/json-read.ts';
import { utf8Problem } from '../../engine/text-file.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import type { LeftByRun } from './again.ts';
import { LEFT_SPECS, PACKED } from './names.ts';
import type { RunSettings } from './run-settings.ts';

/** A file of a packed run is not what a run leaves; one sentence that names it. */
export class PackedError extends Error {
  override readonly name = 'PackedError';
}

/** The files of a run by their paths in a pack, wherever they stand. */
export interface PackedFiles {
  readonly bytesOf: (path: string) => Buffer;
  readonly partsOf: (path: string) => Iterable<Buffer>;
}

/** The schemas of what is read, by file name. */
const SCHEMAS = {
  [PACKED.json]: 'conformance-report.schema.json',
  [PACKED.settings]: 'run-settings.schema.json',
} as const;

/** Reads what a run left, but for the files that are made of it; `schema` gives the text of one. Throws a PackedError or a HarError. */
export function readPackedRun(
  files: PackedFiles,
  schema: (name: string) => string,
  resource: Pick<Resource, 'keys' | 'readItem'>,
): LeftByRun {
  const report: Report = reportOf(checked(files, PACKED.json, schema), resource.keys);
  // As its schema has it.
  const settings = checked(files, PACKED.settings, schema) as unknown as RunSettings;
  const { description, statements } = settings;
  return {
    report,
    recording: readRecording(files.partsOf(PACKED.har), { readItem: resource.readItem }),
    settings,
    waivers: textOf(files, PACKED.waivers),
    description: files.bytesOf(`${LEFT_SPECS}/${description}`),
    statements: statements === null ? null : textOf(files, `${LEFT_SPECS}/${statements}`),
  };
}

/** What a schema accepts, by its text: whoever packs checks what was packed by the same. */
const compiled = new Map<string, ValidateFunction>();

function checked(files: PackedFiles, path: keyof typeof SCHEMAS, schema: (name: string) => string) {
  const value = parseJson(textOf(files, path));
  if (value === undefined) throw new PackedError(`\`${path}\` is no JSON.`);
  const fits = fitting(SCHEMAS[path], schema);
  if (fits(value)) return value;
  const [first] = fits.errors ?? [];
  throw new PackedError(
    `\`${path}\` is not as its schema has it: \`${first?.instancePath ?? ''}\` ${first?.message ?? ''}.`,
  );
}

/** What a schema of a pack accepts; `schema` gives the text of one. Throws a PackedError where it does not compile. */
export function fitting(name: string, schema: (name: string) => string): ValidateFunction {
  const text = schema(name);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  try {
    // That each is a right schema the tests of this suite say; one of another version is compiled strictly all the same.
    const fits = createAjv({ validateSchema: false }).compile(Object(parseJson(text)));
    compiled.set(text, fits);
    return fits;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PackedError(`\`schemas/${name}\` does not compile: ${why}.`);
  }
}

function textOf(files: PackedFiles, path: string): string {
  const bytes = files.bytesOf(path);
  const problem = utf8Problem(bytes, `\`${path}\``);
  if (problem !== null) throw new PackedError(problem);
  return bytes.toString('utf8');
}
