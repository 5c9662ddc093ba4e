import { isAbsolute, relative, resolve } from 'node:path';
import { kindOf } from '../../engine/text-file.ts';
import { shownValue } from '../../lifecycle/settings/values.ts';

/** Where a run keeps other things than its history; absolute paths. */
export interface OtherPlaces {
  readonly reportsDir: string;
  readonly ledger: string;
  readonly waivers: string | null;
}

/** The file of `CONFORMANCE_HISTORY`, an absolute path; null where none is set. What is wrong with it joins `problems`. */
export function readHistorySetting(
  set: string | null,
  directory: string,
  places: OtherPlaces,
  problems: string[],
): string | null {
  if (set === null) return null;
  const file = resolve(directory, set);
  const problem = problemOf(file, places);
  if (problem !== null) problems.push(`\`CONFORMANCE_HISTORY\` is ${shownValue(set)}, ${problem}.`);
  return file;
}

function problemOf(file: string, { reportsDir, ledger, waivers }: OtherPlaces): string | null {
  if (file === ledger) return 'which is the ledger; right would be a file of its own';
  if (file === waivers) return 'which are the waivers; right would be a file of its own';
  if (isBelow(file, reportsDir)) {
    return 'which is in the reports directory, where each run begins anew; right would be a file outside of it';
  }
  if (kindOf(file) !== 'other') return null;
  return 'which is no regular file that can be reached; right would be one, or a path where there is none yet';
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith('../') && !path.startsWith('..\\') && !isAbsolute(path);
}
