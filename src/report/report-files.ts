import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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

/** What the name of a file ends in while it is being written. */
export const UNFINISHED = '.unfinished';

/** Removes the report files of an earlier run, and nothing else: never the ledger. */
export function removeReports(dir: string): void {
  const ours = new Set<string>([...Object.values(REPORT_FILES), PLAYWRIGHT_REPORT]);
  for (const name of namesIn(dir)) {
    const isOurs =
      ours.has(name) || (name.endsWith(UNFINISHED) && ours.has(name.slice(0, -UNFINISHED.length)));
    if (isOurs) rmSync(join(dir, name), { recursive: true, force: true });
  }
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
