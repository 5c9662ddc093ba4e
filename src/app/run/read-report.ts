import { join } from 'node:path';
import { jsonMember } from '../../engine/json.ts';
import type { Report } from '../../engine/model/report.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import { reportOf } from '../../engine/report/json-read.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { UsageError } from '../cli/usage-error.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { isFolder } from './make-folder.ts';
import { readJsonFile } from './read-json-file.ts';

const RIGHT = `right would be the \`${REPORT_FILES.json}\` of a run.`;

/** Reads the report in a file, or in the folder that holds one as `conformance.json`. Throws a UsageError where it is none. */
export function readReport(path: string, keys: FileKeys): Report {
  const file = isFolder(path) ? join(path, REPORT_FILES.json) : path;
  const value = readJsonFile(file, {
    ...{ schema: 'conformance-report.schema.json', what: 'report', right: RIGHT },
  });
  if (jsonMember(value, 'recording') !== undefined)
    throw new UsageError(`${shownPath(file)} is the report of a recording; ${RIGHT}`);
  return reportOf(value, keys);
}
