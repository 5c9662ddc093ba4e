import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createAjv } from '../../engine/contract/ajv.ts';
import { jsonMember, parseJson } from '../../engine/json.ts';
import type { Report } from '../../engine/model/report.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import { SCHEMAS } from '../../engine/package-root.ts';
import { reportOf } from '../../engine/report/json-read.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { unreadable, utf8Problem } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** Compiled once: hundreds of reports may be read. */
let compiled: ValidateFunction | null = null;

/** What is as the schema of reports has it. */
function fitting(): ValidateFunction {
  compiled ??= createAjv().compile(
    JSON.parse(readFileSync(new URL('conformance-report.schema.json', SCHEMAS), 'utf8')),
  );
  return compiled;
}

/** Reads the report in a file, or in the folder that holds one as `conformance.json`. Throws a UsageError where it is none. */
export function readReport(path: string, keys: FileKeys): Report {
  const file = isFolder(path) ? join(path, REPORT_FILES.json) : path;
  const shown = shownPath(file);
  const bytes = bytesOf(file, shown);
  const problem = utf8Problem(bytes, shown);
  if (problem !== null) throw new UsageError(problem);
  const value = parseJson(bytes.toString('utf8'));
  const right = `right would be the \`${REPORT_FILES.json}\` of a run.`;
  if (value === undefined) throw new UsageError(`${shown} is no JSON; ${right}`);
  const fits = fitting();
  if (!fits(value)) {
    const [first] = fits.errors ?? [];
    throw new UsageError(
      `${shown} is no report of this suite: \`${first?.instancePath ?? ''}\` ${first?.message ?? ''}; ${right}`,
    );
  }
  if (jsonMember(value, 'recording') !== undefined)
    throw new UsageError(`${shown} is the report of a recording; ${right}`);
  return reportOf(value, keys);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function bytesOf(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(unreadable(error, shown).replace(', or none.', '.'));
  }
}
