import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PACKAGE } from '../package-root.ts';
import {
  COMPARE_FILES,
  PIPELINE_VARIABLES,
  PLAYWRIGHT_OUTPUT,
  REPORT_FILES,
  RUN_FOLDER,
  TOTALS_FILES,
  UNFINISHED,
} from './file-names.ts';

const SUITE = `"name": "${PACKAGE.name}"`;
const PAGE = '<!doctype html>\n<html lang="en">\n';

/** What each report file of this suite begins with, and what else is near its beginning: no other file of that name has it. */
const MARKS: Readonly<Record<string, readonly [begins: string, ...has: readonly string[]]>> = {
  [REPORT_FILES.html]: [PAGE, '</title>', 'Conformance of “'],
  [REPORT_FILES.json]: ['{\n', '"verdict": "', SUITE],
  [REPORT_FILES.markdown]: ['# ', '\n- endpoint `', ', SHA-256 `'],
  [REPORT_FILES.junit]: ['<?xml ', '<property name="verdict" value="', '<property name="endpoint" value="'],
  [REPORT_FILES.har]: ['{"log": {"version": "', `"creator": {"name":"${PACKAGE.name}"`],
  [COMPARE_FILES.html]: [PAGE, '<title>Conformance: ', ' reports side by side</title>'],
  [COMPARE_FILES.markdown]: ['# ', ' reports side by side ([compare.html](compare.html))'],
  [COMPARE_FILES.json]: ['{\n  "formatVersion": ', '\n  "differing": ', SUITE],
  [PIPELINE_VARIABLES]: ['CONFORMANCE_VERDICT=', '\nCONFORMANCE_EXIT_CODE=', '\nCONFORMANCE_PASSED='],
  [TOTALS_FILES.html]: [PAGE, '</title>', 'Conformance of “', '<body>', 'id="targets"'],
  [TOTALS_FILES.json]: ['{\n  "formatVersion": ', SUITE, '"missing": ['],
  [TOTALS_FILES.markdown]: ['# ', '\nConformance of “', `summed up by \`${PACKAGE.name} `],
  'sensitivity.html': [PAGE, '<title>Sensitivity of the conformance suite</title>'],
  'sensitivity.json': ['{\n  "seed": ', SUITE],
};

/** As many bytes as hold it. */
const BEGINNING = 64 * 1024;

/** The file that says of a folder that this suite may remove it. */
export const MARK = `.${PACKAGE.name}`;
const SAYS = `Written by the conformance suite "${PACKAGE.name}": its next run removes this folder.\n`;

/** What Playwright's report consists of. */
const OF_REPORT: readonly string[] = ['index.html', 'data', 'trace', 'report.js', 'report.css', MARK];

/** Says of a folder that this suite may remove it. */
export function markFolder(folder: string): void {
  writeFileSync(join(folder, MARK), SAYS);
}

/** Whether a folder says so of itself. */
export function isMarked(folder: string): boolean {
  return beginningOf(join(folder, MARK)) === SAYS;
}

/**
 * Whether what stands at a path that a run would remove or replace was written by this suite, or by Playwright for it.
 * What is not there is nobody's.
 */
export function isOwn(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return true;
  const name = basename(path);
  if (found.isFile()) return isOwnFile(path, name, found.size);
  return found.isDirectory() && isOwnFolder(path, name);
}

function isOwnFile(path: string, name: string, size: number): boolean {
  const isUnfinished = name.endsWith(UNFINISHED);
  const marks = MARKS[isUnfinished ? name.slice(0, -UNFINISHED.length) : name];
  if (marks === undefined) return false;
  // A run that was killed may have written nothing yet.
  if (isUnfinished && size === 0) return true;
  const text = beginningOf(path);
  const [begins, ...has] = marks;
  return text.startsWith(begins) && has.every((one) => text.includes(one));
}

function isOwnFolder(path: string, name: string): boolean {
  const names = readdirSync(path);
  if (names.length === 0 || names.includes(MARK)) return true;
  const dir = dirname(path);
  if (name === RUN_FOLDER) return beginningOf(join(path, 'run.json')).startsWith('{"id":"');
  // Nothing of another's was here when the run began that left its folder, killed before it could mark what it wrote.
  if (isThere(join(dir, RUN_FOLDER))) return isOwn(join(dir, RUN_FOLDER));
  if (!isThere(join(dir, REPORT_FILES.json)) || !isOwn(join(dir, REPORT_FILES.json))) return false;
  return name === PLAYWRIGHT_OUTPUT
    ? names.includes('.last-run.json')
    : names.every((one) => OF_REPORT.includes(one)) && isReportOfPlaywright(path);
}

/** Whether a folder holds a report of Playwright's, as a whole. */
export function isReportOfPlaywright(folder: string): boolean {
  const page = textOf(join(folder, 'index.html'));
  return page.includes('<template id="playwrightReportBase64">') && page.endsWith('</template>');
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function textOf(file: string): string {
  return isFile(file) ? readFileSync(file, 'latin1') : '';
}

function beginningOf(file: string): string {
  if (!isFile(file)) return '';
  const bytes = Buffer.alloc(BEGINNING);
  const handle = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, BEGINNING, 0)).toString('utf8');
  } finally {
    closeSync(handle);
  }
}
