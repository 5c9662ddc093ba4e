import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { quotable } from '../../engine/compare/words.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import type { TargetsReport } from '../../engine/model/targets.ts';
import { REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { UsageError } from '../cli/usage-error.ts';
import { isFolder } from '../run/make-folder.ts';
import { readTotals } from '../targets/read-totals.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** A report that is to be compared. */
export interface FoundReport {
  /** Absolute path of its `conformance.json`. */
  readonly file: string;
  /** The steps of the path by which people know it: that of its folder. */
  readonly steps: readonly string[];
}

/** What stands for which reports. */
export interface FoundReports {
  readonly found: readonly FoundReport[];
  /** What is to be known of what was found, a sentence each. */
  readonly notes: readonly string[];
  /** What is wrong with what was given, a sentence each. */
  readonly problems: readonly string[];
}

/** The reports that arguments stand for, in their order: each a report, the folder of one, or that of the totals of many targets. */
export function findReports(given: readonly string[], keys: FileKeys): FoundReports {
  const found: FoundReport[] = [];
  const notes: string[] = [];
  const problems: string[] = [];
  const known = new Map<string, string>();
  const add = (file: string): void => {
    const real = realpathSync(file);
    const before = known.get(real);
    if (before === undefined) {
      known.set(real, file);
      found.push({ file, steps: stepsOf(file) });
      return;
    }
    const also = before === file ? '' : `, also as ${shownPath(before)}`;
    problems.push(`${shownPath(file)} is given twice${also}; right would be each report once.`);
  };
  for (const path of given.map((one) => resolve(one))) {
    const isDirectory = isFolder(path);
    const file = isDirectory ? join(path, REPORT_FILES.json) : path;
    const isOfMany = isDirectory && !existsSync(file) && existsSync(join(path, TOTALS_FILES.json));
    if (isOfMany) addTargets(path);
    else if (existsSync(file)) add(file);
    else if (isDirectory) problems.push(noReport(path));
    else problems.push(`${shownPath(path)} is not there; right would be ${RIGHT}.`);
  }
  return { found, notes, problems };

  function addTargets(folder: string): void {
    const totals = totalsIn(folder, keys);
    if (typeof totals === 'string') {
      problems.push(totals);
      return;
    }
    const file = (name: string) => join(folder, name, REPORT_FILES.json);
    const without = totals.missing.slice();
    for (const { name, report } of totals.targets) {
      if (report === null) without.push(name);
      else if (existsSync(file(name))) add(file(name));
      else
        problems.push(
          `${shownPath(file(name))} is not there, though \`${TOTALS_FILES.json}\` tells of that report.`,
        );
    }
    if (without.length > 0) {
      const told = without.map((name) => `\`${quotable(name)}\``).join(', ');
      notes.push(`By ${shownPath(join(folder, TOTALS_FILES.json))} no report was left of ${told}.`);
    }
  }
}

/** The totals in a folder; a sentence where they cannot be read. */
function totalsIn(folder: string, keys: FileKeys): TargetsReport | string {
  try {
    return readTotals(folder, keys);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

const RIGHT = 'the reports directory of a run, or of many targets';

function noReport(folder: string): string {
  return `${shownPath(folder)} holds neither \`${REPORT_FILES.json}\` nor \`${TOTALS_FILES.json}\`; right would be ${RIGHT}.`;
}

/** The steps to the folder of a report, or to the file where that is called otherwise. */
function stepsOf(file: string): readonly string[] {
  return (basename(file) === REPORT_FILES.json ? dirname(file) : file).split(sep);
}
