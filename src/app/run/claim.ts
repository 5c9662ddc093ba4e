import { accessSync, closeSync, constants, openSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { TOTALS_FILES } from '../../engine/report/file-names.ts';
import { strangersIn } from '../../engine/report/report-files.ts';
import { type Settings, SettingsError } from '../../lifecycle/settings/settings.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes the reports directory and the ledger's. Throws a SettingsError where one cannot be made or written to, where the
 * ledger is no regular file, and where the directory has what a run would remove and is not this suite's; what
 * is `kept` it does not remove.
 */
export function claim({ reportsDir, ledger }: Settings, kept: readonly string[] = []): void {
  assertRegular(ledger);
  claimReports(reportsDir);
  assertOwn(reportsDir, kept);
  claimLedger(ledger);
}

/** Throws a SettingsError where the ledger is no regular file: to open a FIFO waits for its reader, and a device keeps nothing. */
export function assertRegular(ledger: string): void {
  const found = statOf(ledger);
  if (found === undefined || found.isFile()) return;
  throw new SettingsError([
    `\`CONFORMANCE_LEDGER\` is \`${ledger}\`, which is ${kindOf(found)}; right would be a regular file, or a path where there is none yet.`,
  ]);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Why it cannot be reached is told where it is opened.
    return undefined;
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a directory';
  if (found.isFIFO()) return 'a FIFO';
  return found.isSocket() ? 'a socket' : 'a device';
}

/** Makes the reports directory of many targets. Throws a SettingsError as `claim` does, also where files of the totals are not this suite's. */
export function claimTotals(reportsDir: string): void {
  claimReports(reportsDir);
  assertOwn(reportsDir, [], Object.values(TOTALS_FILES));
}

/** Throws a SettingsError where a run would remove or replace what is not this suite's; `also`: further files that it writes. */
export function assertOwn(
  reportsDir: string,
  kept: readonly string[] = [],
  also: readonly string[] = [],
): void {
  const strangers = strangersIn(reportsDir, also).filter((path) => !kept.includes(basename(path)));
  if (strangers.length === 0) return;
  const named = strangers.map((path) => `\`${path}\``).join(', ');
  throw new SettingsError([
    `\`CONFORMANCE_REPORTS_DIR\` is \`${reportsDir}\`, where ${named} cannot be shown to be of an earlier run, which a run would replace; right would be another directory. Nothing was removed.`,
  ]);
}

function claimLedger(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    throw new SettingsError([
      `\`CONFORMANCE_LEDGER\` is \`${file}\`, which cannot be written; right would be a file of your own.`,
    ]);
  }
}

/** Makes a folder where there is none, and says whether something can be written there. */
export function makeWritable(dir: string): boolean {
  try {
    makeFolder(dir);
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes the reports directory. Throws a SettingsError where nothing can be written there. */
export function claimReports(dir: string): void {
  if (!makeWritable(dir)) {
    throw new SettingsError([
      `\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\`, where nothing can be written; right would be a directory of your own.`,
    ]);
  }
}
