import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join as pathOf, resolve } from 'node:path';
import { markFolder } from '../../engine/report/own-files.ts';
import { UnwrittenError } from '../../engine/unwritten.ts';
import { reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { haveReports, openPipelines } from '../pipelines/opened.ts';
import { tellPipelines } from '../pipelines/tell.ts';
import { servicesHere } from '../settings/pipeline-services.ts';
import { problemWithOut } from '../targets/claim-out.ts';
import { copyFolder } from '../targets/copy-folder.ts';
import { type Parts, partsIn } from '../targets/parts.ts';
import { totalsText } from '../targets/tell-totals.ts';
import { type WrittenTotals, writeTotals } from '../targets/write-totals.ts';
import { print } from '../terminal/print.ts';
import { UsageError } from './usage-error.ts';

const { keys } = reportedPlugins.resource;

/**
 * Joins what several machines left of one list of targets, as one machine would have written it, and gives the exit code of
 * all. Throws a UsageError that tells all that is wrong, before anything is written.
 */
export function join(dirs: readonly string[], out: string): number {
  const place = resolve(out);
  const found = partsIn(dirs, keys);
  const wrongPlace = problemWithOut(place, [...dirs.map((dir) => resolve(dir)), ...found.dirs], keys);
  const [first, ...others] = [...found.problems, ...(wrongPlace === null ? [] : [wrongPlace])];
  if (first !== undefined) throw new UsageError(first, ...others);
  const made = write(place, found);
  const { report } = made;
  openPipelines(servicesHere(process.argv.slice(2)));
  haveReports(place);
  tellPipelines({ exitCode: report.exitCode, report: null, totals: report });
  print(...totalsText(made, reportedPlugins).trimEnd().split('\n'));
  return report.exitCode;
}

/** Copies the folders and writes the totals; where that fails, nothing is left of it. */
function write(out: string, { parts, names }: Parts): WrittenTotals {
  try {
    mkdirSync(out, { recursive: true });
    empty(out);
    // Before all else: whatever stands beside it from now on, a join wrote.
    markFolder(out);
    for (const { outcome, folder } of parts)
      if (folder !== null) copyFolder(folder, pathOf(out, outcome.name));
    const outcomes = parts.map(({ outcome }) => outcome);
    return writeTotals(out, outcomes, { names, isAllOfThem: true, suite: reportedPlugins });
  } catch (error) {
    empty(out);
    if (error instanceof UsageError || error instanceof UnwrittenError) throw error;
    throw new UnwrittenError(out, error);
  }
}

/** The folder itself stays: it may be where something is mounted. */
function empty(out: string): void {
  for (const name of readdirSync(out)) rmSync(pathOf(out, name), { recursive: true, force: true });
}
