import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jsonMember, parseJson } from '../../engine/json.ts';
import { RUN_FOLDER } from '../../engine/report/file-names.ts';
import { REPORT_FILES, reportsIn } from '../../engine/report/report-files.ts';
import { SettingsError } from '../../lifecycle/settings/settings.ts';
import { assertOwn, claimReports } from '../run/claim.ts';

/**
 * Makes the reports directory. Throws a SettingsError where nothing can be written there, where it holds what is not this
 * suite's, and where it holds the reports of a run: those of an earlier recording are replaced.
 */
export function claimForRecording(dir: string): void {
  claimReports(dir);
  assertOwn(dir);
  const own: readonly string[] = Object.values(REPORT_FILES);
  const found = reportsIn(dir).map((path) => basename(path));
  const isOfRun =
    existsSync(join(dir, RUN_FOLDER)) ||
    found.some((name) => !own.includes(name)) ||
    (found.length > 0 && !isOfRecording(join(dir, REPORT_FILES.json)));
  if (!isOfRun) return;
  throw new SettingsError([
    `\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\`, which holds the reports of a run; right would be another directory, as nothing of a run is replaced by a recording.`,
  ]);
}

function isOfRecording(file: string): boolean {
  if (!existsSync(file)) return false;
  return jsonMember(parseJson(readFileSync(file, 'utf8')), 'recording') !== undefined;
}
