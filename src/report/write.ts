import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportInput } from '../model/report.ts';
import { harParts } from './har.ts';
import { reportHtml } from './html.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import { REPORT_FILES, UNFINISHED } from './report-files.ts';

export { PLAYWRIGHT_REPORT, REPORT_FILES, removeReports } from './report-files.ts';

/** Where reports are written, and the file of the whole texts of large bodies, where there is one. */
export interface WriteTo {
  readonly dir: string;
  readonly wholeTexts?: string | null;
}

/**
 * Writes every report file and gives their paths, the page first. A reader sees each file whole or not at all, and
 * `conformance.json` last: where it stands, the others do too. Throws where a file cannot be written.
 */
export function writeReports(input: ReportInput, { dir, wholeTexts = null }: WriteTo): readonly string[] {
  // Made before anything is written, so that a fault leaves no half of a set.
  const parts: readonly (readonly [name: string, parts: Iterable<string | Buffer>])[] = [
    [REPORT_FILES.html, [reportHtml(input)]],
    [REPORT_FILES.markdown, [reportMarkdown(input)]],
    [REPORT_FILES.junit, [reportJunit(input)]],
    [REPORT_FILES.har, harParts(input, wholeTexts)],
    [REPORT_FILES.json, [reportJson(input)]],
  ];
  mkdirSync(dir, { recursive: true });
  return parts.map(([name, texts]) => writeWhole(join(dir, name), texts));
}

function writeWhole(path: string, texts: Iterable<string | Buffer>): string {
  const unfinished = `${path}${UNFINISHED}`;
  const file = openSync(unfinished, 'w');
  try {
    for (const text of texts) writeAll(file, typeof text === 'string' ? Buffer.from(text) : text);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  return path;
}

/** One call writes no more than the system likes. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
