import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The names of the report files. */
export const REPORT_FILES = {
  html: 'conformance.html',
  json: 'conformance.json',
  markdown: 'conformance.md',
  junit: 'junit.xml',
  har: 'evidence.har',
} as const;

/** The folder of Playwright's own report. */
export const PLAYWRIGHT_REPORT = 'playwright';

/** The folder of what Playwright writes beside it: attachments, error contexts, traces. */
export const PLAYWRIGHT_OUTPUT = '.playwright';

/** What the name of a file ends in while it is being written. */
export const UNFINISHED = '.unfinished';

/** The report files and folders that a run left below a directory, and nothing else: never the ledger. */
export function reportsIn(dir: string): readonly string[] {
  const ours = new Set<string>([...Object.values(REPORT_FILES), PLAYWRIGHT_REPORT, PLAYWRIGHT_OUTPUT]);
  return namesIn(dir)
    .filter((name) => ours.has(name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name))
    .map((name) => join(dir, name));
}

/** Removes what an earlier run left, but for what has one of the names that are `kept`. */
export function removeReports(dir: string, kept: readonly string[] = []): void {
  const removed = reportsIn(dir).filter((path) => !kept.includes(basename(path)));
  for (const path of removed) rmSync(path, { recursive: true, force: true });
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    // No folder, no reports; any other error is the caller's.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
