import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PLAYWRIGHT_OUTPUT, PLAYWRIGHT_REPORT } from '../../engine/report/file-names.ts';
import { isReportOfPlaywright, markFolder } from '../../engine/report/own-files.ts';
import { assertFree } from '../../lifecycle/locks/run-locks.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { readFacts } from '../../lifecycle/walk/store.ts';
import { assertOwn } from '../run/claim.ts';
import { tellFault } from '../run/fault.ts';

/**
 * Sees to it that Playwright empties no folder that is not this suite's, or another run's; those that this process leaves
 * are marked. In a session, whose runs have locks of their own, another run may be under way. Throws SettingsError or
 * BusyError.
 */
export function claimFolders({ reportsDir }: Pick<Settings, 'reportsDir'>, isSession: boolean): void {
  // A worker's folders are those of the process that started it.
  if (isOfRun(reportsDir)) return;
  assertOwn(reportsDir);
  if (!isSession) assertFree(reportsDir);
  process.once('exit', () => markFolders(reportsDir));
}

/** Whether the run under way is this process's, or that of the one which started it. */
function isOfRun(reportsDir: string): boolean {
  const pid = readFacts(reportsDir)?.pid;
  return pid === process.pid || pid === process.ppid;
}

/** Removes what Playwright could not write whole, and says so. */
export function removeTorn(reportsDir: string): void {
  const folder = join(reportsDir, PLAYWRIGHT_REPORT);
  if (!existsSync(folder) || isReportOfPlaywright(folder)) return;
  for (const name of [PLAYWRIGHT_REPORT, PLAYWRIGHT_OUTPUT]) {
    rmSync(join(reportsDir, name), { recursive: true, force: true });
  }
  tellFault(`\`${join(folder, 'index.html')}\` could not be written whole, and was removed.`);
}

/** Marks what Playwright has written by now; a folder that could not be written whole goes. */
function markFolders(reportsDir: string): void {
  mark(join(reportsDir, PLAYWRIGHT_REPORT), isReportOfPlaywright);
  // Written last of all.
  const isKept = (folder: string) =>
    statSync(join(folder, '.last-run.json'), { throwIfNoEntry: false })?.size !== 0;
  mark(join(reportsDir, PLAYWRIGHT_OUTPUT), isKept);
}

function mark(folder: string, isWhole: (folder: string) => boolean): void {
  if (!existsSync(folder)) return;
  try {
    if (!isWhole(folder)) throw new Error('It was not written whole.');
    markFolder(folder);
  } catch {
    // What cannot be marked goes as well.
    rmSync(folder, { recursive: true, force: true });
  }
}
