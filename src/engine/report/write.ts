import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../contract/digest.ts';
import type { FileSum, ReportInput } from '../model/report.ts';
import { harParts } from './har.ts';
import { reportHtml } from './html.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import { isOwn } from './own-files.ts';
import { REPORT_FILES, UNFINISHED } from './report-files.ts';

export { PLAYWRIGHT_REPORT, REPORT_FILES, removeReports } from './report-files.ts';

/** The files in the order in which they are told. */
const ORDER = [
  REPORT_FILES.html,
  REPORT_FILES.markdown,
  REPORT_FILES.junit,
  REPORT_FILES.har,
  REPORT_FILES.json,
];

/** Stands in the page for the sum of a file until that is written: too long to be made twice. */
const TO_COME = '{sum of evidence.har}';

/** Where reports are written. */
export interface WriteOptions {
  readonly dir: string;
  /** Told of a file that could not be written, and why; the others are written nevertheless. Without it that is thrown. */
  readonly onFailure?: (path: string, cause: unknown) => void;
  /** The file of the whole texts of large bodies, where there is one. */
  readonly wholeTexts?: string | null;
}

/** A report file that was written: its absolute path, and its sum. */
export interface Written extends FileSum {
  readonly path: string;
}

/**
 * Writes every report file and gives them, the page first. A reader sees each file whole or not at all, and
 * `conformance.json` last: where it stands, the others do too, but for those that `onFailure` was told of.
 */
export function writeReports(
  input: ReportInput,
  { dir, onFailure, wholeTexts = null }: WriteOptions,
): readonly Written[] {
  // Made before anything is written, so that a fault leaves no half of a set.
  const json = reportJson(input);
  const { [REPORT_FILES.html]: page, ...others } = reportTexts(input, {
    json: sha256Of(json),
    har: TO_COME,
  });
  const texts = { ...others, [REPORT_FILES.json]: json };
  const written = new Map<string, string>();
  const write = (name: string, parts: Iterable<string | Buffer>) => {
    const path = join(dir, name);
    try {
      mkdirSync(dir, { recursive: true });
      written.set(name, writeWhole(path, parts));
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(path, error);
    }
  };
  write(REPORT_FILES.markdown, [texts[REPORT_FILES.markdown]]);
  write(REPORT_FILES.junit, [texts[REPORT_FILES.junit]]);
  write(REPORT_FILES.har, harParts(input, wholeTexts));
  // The last one: what the target sent may say the same.
  const at = page.lastIndexOf(TO_COME);
  const sum = written.get(REPORT_FILES.har) ?? 'not written';
  write(REPORT_FILES.html, [page.slice(0, at) + sum + page.slice(at + TO_COME.length)]);
  write(REPORT_FILES.json, [texts[REPORT_FILES.json]]);
  return ORDER.flatMap((file) => {
    const sha256 = written.get(file);
    return sha256 === undefined ? [] : [{ file, sha256, path: join(dir, file) }];
  });
}

/** The texts that people and CI servers read, by file, made of a report. The page has their sums, and those that are given. */
export function reportTexts(
  input: ReportInput,
  { json, har }: { readonly json: string; readonly har: string },
) {
  const texts = {
    [REPORT_FILES.markdown]: reportMarkdown(input),
    [REPORT_FILES.junit]: reportJunit(input),
  };
  const sums = [
    ...Object.entries(texts).map(([file, text]) => ({ file, sha256: sha256Of(text) })),
    { file: REPORT_FILES.json, sha256: json },
    { file: REPORT_FILES.har, sha256: har },
  ];
  return { [REPORT_FILES.html]: reportHtml({ ...input, sums }), ...texts };
}

/** Writes a file of this suite's so that a reader sees it whole or not at all, and gives the SHA-256 of its bytes; throws where something else stands there. */
export function writeWhole(path: string, texts: Iterable<string | Buffer>): string {
  // Put there while the run went on, by somebody else.
  if (!isOwn(path)) throw new Error('what stands there is no report of this suite');
  const unfinished = `${path}${UNFINISHED}`;
  const hash = createHash('sha256');
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const text of texts) {
        const bytes = typeof text === 'string' ? Buffer.from(text) : text;
        hash.update(bytes);
        writeAll(file, bytes);
      }
    } finally {
      // Some disks tell only now that they are full.
      closeSync(file);
    }
    renameSync(unfinished, path);
    return hash.digest('hex');
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
