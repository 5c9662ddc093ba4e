import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportInput } from '../model/report.ts';
import { harParts } from './har.ts';
import { reportHtml } from './html.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import { isOwn } from './own-files.ts';
import { REPORT_FILES, UNFINISHED } from './report-files.ts';

export { PLAYWRIGHT_REPORT, REPORT_FILES, removeReports } from './report-files.ts';

/** Where reports are written. */
export interface WriteOptions {
  readonly dir: string;
  /** Told of a file that could not be written, and why; the others are written nevertheless. Without it that is thrown. */
  readonly onFailure?: (path: string, cause: unknown) => void;
  /** The file of the whole texts of large bodies, where there is one. */
  readonly wholeTexts?: string | null;
}

/**
 * Writes every report file and gives their paths, the page first. A reader sees each file whole or not at all, and
 * `conformance.json` last: where it stands, the others do too, but for those that `onFailure` was told of.
 */
export function writeReports(
  input: ReportInput,
  { dir, onFailure, wholeTexts = null }: WriteOptions,
): readonly string[] {
  // Made before anything is written, so that a fault leaves no half of a set.
  const parts: readonly (readonly [name: string, parts: Iterable<string | Buffer>])[] = [
    [REPORT_FILES.html, [reportHtml(input)]],
    [REPORT_FILES.markdown, [reportMarkdown(input)]],
    [REPORT_FILES.junit, [reportJunit(input)]],
    [REPORT_FILES.har, harParts(input, wholeTexts)],
    [REPORT_FILES.json, [reportJson(input)]],
  ];
  return parts.flatMap(([name, texts]) => {
    const path = join(dir, name);
    try {
      mkdirSync(dir, { recursive: true });
      writeWhole(path, texts);
      return [path];
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(path, error);
      return [];
    }
  });
}

/** Writes a file of this suite's so that a reader sees it whole or not at all; throws where something else stands there. */
export function writeWhole(path: string, texts: Iterable<string | Buffer>): void {
  // Put there while the run went on, by somebody else.
  if (!isOwn(path)) throw new Error('what stands there is no report of this suite');
  const unfinished = `${path}${UNFINISHED}`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const text of texts) writeAll(file, typeof text === 'string' ? Buffer.from(text) : text);
    } finally {
      // Some disks tell only now that they are full.
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** One call writes no more than the system likes. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    const written = writeSync(file, bytes, at);
    if (written === 0) throw new Error('nothing more was taken');
    at += written;
  }
}
