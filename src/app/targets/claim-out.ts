import { lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { FileKeys } from '../../engine/model/resource.ts';
import { PIPELINE_VARIABLES, REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { isMarked, isOwn, MARK } from '../../engine/report/own-files.ts';
import { reportsIn } from '../../engine/report/report-files.ts';
import { UsageError } from '../cli/usage-error.ts';
import { LEFT } from '../evidence/names.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { readTotals } from './read-totals.ts';

const OWN: readonly string[] = [...Object.values(TOTALS_FILES), REPORT_FILES.junit, PIPELINE_VARIABLES, MARK];

/** What is wrong with the folder that many are joined into, a sentence; null where it is absent, empty, or an earlier join's. */
export function problemWithOut(out: string, dirs: readonly string[], keys: FileKeys): string | null {
  const shown = shownPath(out);
  const near = dirs.find((dir) => isWithin(out, dir) || isWithin(dir, out));
  if (near !== undefined)
    return `\`--out\` is ${shown}, and ${shownPath(near)} is one of the folders to join; right would be a folder beside them.`;
  const found = foundAt(out);
  if (found === undefined) return null;
  const right = 'right would be an empty folder, or none yet. Nothing was written.';
  if (!found.isDirectory()) return `\`--out\` is ${shown}, which is no folder; ${right}`;
  const names = readdirSync(out);
  if (names.length === 0 || isOfEarlierJoin(out, names, keys)) return null;
  return `\`--out\` is ${shown}, which holds what no earlier join wrote; ${right}`;
}

/** What stands there; nothing also below what is no folder, and where nobody may look: that nothing can be written there is told later. */
function foundAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** Whether all of it was written by a join: that of a run has the only ledgers of what may still stand in a pool. */
function isOfEarlierJoin(out: string, names: readonly string[], keys: FileKeys): boolean {
  if (!isMarked(out)) return false;
  try {
    const { targets } = readTotals(out, keys);
    const known = new Set([...OWN, ...targets.map(({ name }) => name)]);
    return (
      names.every((name) => known.has(name)) && targets.every(({ name }) => isOfRunAlone(join(out, name)))
    );
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** Whether a folder of a target, where there is one, has nothing but what a run leaves. */
function isOfRunAlone(folder: string): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return true;
  const own = new Set(reportsIn(folder).filter(isOwn));
  return readdirSync(folder).every((name) => name === LEFT.ledger || own.has(join(folder, name)));
}

/** Whether a folder is another, or lies in it, whatever links lead there. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way === '' || (way.split(sep)[0] !== '..' && way !== realPath(path));
}

/** Where it really is, also of what is not there yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}
