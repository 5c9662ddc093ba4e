import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../engine/model/report.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import type { TargetOutcome } from '../../engine/model/targets.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { causesOf } from '../../engine/report/causes.ts';
import { REPORT_FILES } from '../../engine/report/file-names.ts';
import { figuresOf } from '../../engine/report/targets/figures.ts';
import { exitOf, worstExit } from '../../engine/report/targets/totals.ts';
import { readReport } from '../run/read-report.ts';

/** What is known of a target whose run is over. */
export interface EndedTarget extends Pick<TargetOutcome, 'name' | 'target'> {
  /** What its process ended with, by whatever cause. */
  readonly exitCode: number;
  /** Its own folder, with its reports. */
  readonly dir: string;
  /** What the process said last of what went wrong, a sentence; '' where it said nothing. */
  readonly said: string;
  readonly keys: FileKeys;
  /** What `reportStamp` gave before its process was started: a report that still has it is of an earlier run. */
  readonly before?: string | null;
  /** The id of its run, where that is known: another's report is not of this one. */
  readonly run?: string;
}

/** What an exit code says that no verdict does, where nobody said more. */
const UNSAID: Readonly<Record<number, string>> = {
  [EXIT.fault]: 'The suite itself failed, which says nothing about the endpoint.',
  [EXIT.interrupted]: 'The run was interrupted before it could write a report.',
  [EXIT.inconclusive]: 'It could not be tested.',
};

/**
 * What became of a target, by the exit code of its process and the report that it left. The worse of what both say counts;
 * a run that ended as if it had a verdict, and left no report that can be read, is a fault of the suite. Never throws.
 */
export function outcomeOf(ended: EndedTarget): TargetOutcome {
  const { name, target, said } = ended;
  const report = reportOf(ended);
  const process = worstExit([ended.exitCode]);
  if (report === null) {
    const hadVerdict = process === EXIT.ok || process === EXIT.nonConformant;
    const exitCode = hadVerdict ? EXIT.fault : process;
    const unsaid = hadVerdict
      ? `Its run ended with exit code ${process}, and left no report that can be read.`
      : (UNSAID[exitCode] ?? '');
    return { name, target, exitCode, verdict: null, reason: said || unsaid, report: null };
  }
  const { verdict } = report;
  const exitCode = exitOf({ exitCode: worstExit([process, report.run.exitCode]), verdict });
  // The reason of a report is that of its verdict, and of an interruption.
  const isToldThere = exitCode === exitOf({ exitCode: EXIT.ok, verdict }) || exitCode === EXIT.interrupted;
  const reason = isToldThere ? reasonOf(report) : said || (UNSAID[exitCode] ?? '');
  return { name, target, exitCode, verdict, reason, report: figuresOf(report) };
}

/** The reason of a report; where it is inconclusive, with what left the most open. */
function reasonOf(report: Report): string {
  const [cause] = report.verdict === 'inconclusive' && !report.interrupted ? causesOf(report) : [];
  return cause === undefined ? report.reason : `${report.reason} ${cause.message}`;
}

/** What tells the report in a folder from another one there, whatever the clock says; null where there is none. Never throws. */
export function reportStamp(dir: string): string | null {
  try {
    const found = statSync(join(dir, REPORT_FILES.json), { throwIfNoEntry: false, bigint: true });
    return found === undefined ? null : `${found.ino}:${found.mtimeNs}`;
  } catch {
    // A folder that cannot be looked into: its own run says what is wrong with it, and no other target waits for that.
    return null;
  }
}

/** The report of this very run; null where there is none that can be read. */
function reportOf({ dir, keys, before, run }: EndedTarget): Report | null {
  try {
    const report = readReport(dir, keys);
    if (before !== undefined && reportStamp(dir) === before) return null;
    return run === undefined || report.run.id === run ? report : null;
  } catch {
    // Whatever is wrong with it: it is none to rely on.
    return null;
  }
}
