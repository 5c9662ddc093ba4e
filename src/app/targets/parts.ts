import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileKeys } from '../../engine/model/resource.ts';
import type { TargetOutcome } from '../../engine/model/targets.ts';
import { REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { linesOf, UsageError } from '../cli/usage-error.ts';
import { readReport } from '../run/read-report.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { outcomeOf } from './outcome.ts';
import { readTotals } from './read-totals.ts';

/** A target that one of several machines tested. */
export interface Part {
  readonly outcome: TargetOutcome;
  /** Its folder; null where its run made none. */
  readonly folder: string | null;
}

/** What several machines left of one list of targets. */
export interface Parts {
  readonly parts: readonly Part[];
  /** All targets of the list, in its order. */
  readonly names: readonly string[];
  /** The folders of the machines. */
  readonly dirs: readonly string[];
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

/** What stands in some folders, each what one machine left, or one that holds such folders, as a service's artifacts are downloaded. */
export function partsIn(given: readonly string[], keys: FileKeys): Parts {
  const dirs = given.map((dir) => resolve(dir)).flatMap(machinesIn);
  const problems: string[] = [];
  const names = new Set<string>();
  const parts: Part[] = [];
  const seen = new Map<string, string>();
  for (const dir of dirs) {
    const totals = trying(problems, () => readTotals(dir, keys));
    if (totals === null) continue;
    for (const name of totals.names) names.add(name);
    for (const listed of totals.targets) {
      const before = seen.get(listed.name);
      if (before === undefined) {
        seen.set(listed.name, dir);
        const part = trying(problems, () => partOf(dir, listed, keys));
        if (part !== null) parts.push(part);
      } else {
        problems.push(
          `\`${listed.name}\` is in ${shownPath(before)} and in ${shownPath(dir)}; right would be each target on one machine.`,
        );
      }
    }
  }
  return { parts, names: [...names], dirs, problems };
}

/** A folder, or those in it that machines left where it is none itself. */
function machinesIn(dir: string): readonly string[] {
  if (existsSync(join(dir, TOTALS_FILES.json)) || !isFolder(dir)) return [dir];
  const inside = namesIn(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter((path) => isFolder(path) && existsSync(join(path, TOTALS_FILES.json)));
  return inside.length === 0 ? [dir] : inside;
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** The outcome of a target by what stands in its folder, which must be of the run that the totals name. */
function partOf(dir: string, listed: TargetOutcome, keys: FileKeys): Part {
  const { name, target, exitCode, reason: said, report } = listed;
  const folder = join(dir, name);
  const isThere = isFolder(folder);
  if (report !== null) {
    const file = join(folder, REPORT_FILES.json);
    // A link leads to what is not copied.
    const isFile = isThere && lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const right = `right would be the folder as the run left it, with \`${TOTALS_FILES.json}\` beside it.`;
    if (!isFile) throw new UsageError(`${shownPath(file)} is not there, or no regular file; ${right}`);
    const { run } = readReport(file, keys);
    if (run.id !== report.run)
      throw new UsageError(
        `${shownPath(file)} is of the run \`${run.id}\`, and ${shownPath(join(dir, TOTALS_FILES.json))} names \`${report.run}\`; ${right}`,
      );
  }
  // Of one that left no report none is taken: what stands there is of an earlier run.
  const outcome = outcomeOf({ name, target, exitCode, said, keys, dir: folder, run: report?.run ?? '' });
  return { outcome, folder: isThere ? folder : null };
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // Also below what is no folder, and where nobody may look: what is missing is told where it is read.
    return false;
  }
}

/** What is made, or null where that tells of a wrong input: all of those are told at once. */
function trying<T>(problems: string[], make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(...linesOf(error));
    return null;
  }
}
