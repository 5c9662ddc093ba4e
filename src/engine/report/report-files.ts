import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  EVIDENCE_FOLDER,
  PIPELINE_VARIABLES,
  PLAYWRIGHT_OUTPUT,
  PLAYWRIGHT_REPORT,
  REPORT_FILES,
  RUN_FOLDER,
  TOTALS_FILES,
  UNFINISHED,
} from './file-names.ts';
import { isMarked, isOwn, MARK } from './own-files.ts';

export {
  EVIDENCE_FOLDER,
  PLAYWRIGHT_OUTPUT,
  PLAYWRIGHT_REPORT,
  REPORT_FILES,
  UNFINISHED,
} from './file-names.ts';

/** What few runs write: one that is somebody else's, settings perhaps, is in nobody's way. */
const SELDOM: readonly string[] = [PIPELINE_VARIABLES, ...Object.values(TOTALS_FILES)];

/** The report files and folders that a run left below a directory, and the totals of many, and nothing else: never a ledger, nor the folder of a target. */
export function reportsIn(dir: string): readonly string[] {
  const ours = new Set<string>([
    ...Object.values(REPORT_FILES),
    PLAYWRIGHT_REPORT,
    PLAYWRIGHT_OUTPUT,
    EVIDENCE_FOLDER,
  ]);
  return namesIn(dir)
    .filter((name) => {
      const plain = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;
      return SELDOM.includes(plain) ? isOwn(join(dir, name)) : ours.has(plain);
    })
    .map((name) => join(dir, name));
}

/**
 * What bears such a name below a directory, or that of the run's own folder, and is none of this suite's; `also`: the names
 * of files that are to be written there beside those of a run.
 */
export function strangersIn(dir: string, also: readonly string[] = []): readonly string[] {
  const paths = [...reportsIn(dir), ...[RUN_FOLDER, ...also].map((name) => join(dir, name))];
  return [...new Set(paths)].filter((path) => !isOwn(path));
}

/** Removes what an earlier run left, and nothing that is not this suite's, nor what has one of the names that are `kept`. */
export function removeReports(dir: string, kept: readonly string[] = []): void {
  // Known before any is removed: some are known by what stands beside them.
  const removed = reportsIn(dir).filter((path) => !kept.includes(basename(path)) && isOwn(path));
  for (const path of removed) rmSync(path, { recursive: true, force: true });
  // What a run writes here is not to be removed as a whole any more.
  if (isMarked(dir)) rmSync(join(dir, MARK));
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
