import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { markFolder } from '../../engine/report/own-files.ts';
import type { TotalsInput } from '../../engine/report/targets/totals-input.ts';
import { UnwrittenError } from '../../engine/unwritten.ts';
import { UsageError } from '../cli/usage-error.ts';
import { makeWritable } from '../run/claim.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { problemWithOut } from './claim-out.ts';
import { copyFolder } from './copy-folder.ts';
import { type Parts, partsIn } from './parts.ts';
import { type WrittenTotals, writeTotals } from './write-totals.ts';

/**
 * Joins what several machines left of one list of targets into a folder, as one machine would have written it. Throws a
 * UsageError that tells all that is wrong, before anything is written, and an UnwrittenError, after which nothing is left.
 */
export function joinTargets(
  dirs: readonly string[],
  out: string,
  suite: TotalsInput['suite'],
): WrittenTotals {
  const { keys } = suite.resource;
  const found = partsIn(dirs, keys);
  const wrongPlace = problemWithOut(out, [...dirs.map((dir) => resolve(dir)), ...found.dirs], keys);
  const [first, ...others] = [...found.problems, ...(wrongPlace === null ? [] : [wrongPlace])];
  if (first !== undefined) throw new UsageError(first, ...others);
  if (!makeWritable(out))
    throw new UsageError(
      `\`--out\` is ${shownPath(out)}, where nothing can be written; right would be a folder of your own.`,
    );
  try {
    return write(out, found, suite);
  } catch (error) {
    empty(out);
    if (error instanceof UsageError || error instanceof UnwrittenError) throw error;
    throw new UnwrittenError(out, error);
  }
}

function write(out: string, { parts, names }: Parts, suite: TotalsInput['suite']): WrittenTotals {
  empty(out);
  // Before all else: whatever stands beside it from now on, a join wrote.
  markFolder(out);
  for (const { outcome, folder } of parts) if (folder !== null) copyFolder(folder, join(out, outcome.name));
  const outcomes = parts.map(({ outcome }) => outcome);
  return writeTotals(out, outcomes, { names, isAllOfThem: true, suite });
}

/** The folder itself stays: it may be where something is mounted. */
function empty(out: string): void {
  try {
    for (const name of readdirSync(out)) rmSync(join(out, name), { recursive: true, force: true });
  } catch (error) {
    // Where it could not be made, nothing is in it.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
