import { changesSince } from '../../engine/history/changes.ts';
import { runOfReport } from '../../engine/history/compared-run.ts';
import { historyLine, historyText } from '../../engine/history/line.ts';
import { skippedText } from '../../engine/history/read-history.ts';
import { recentRuns } from '../../engine/history/recent-runs.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { HistoryLine } from '../../engine/model/history.ts';
import type { Report } from '../../engine/model/report.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import type { RunPlan } from '../run/run-suite.ts';
import { printError } from '../terminal/print.ts';
import { appendLine, readHistoryFile } from './history-file.ts';

/** A run under way, and the file of its history. */
export interface HistoryOfRun {
  readonly file: string;
  readonly plan: Pick<RunPlan, 'run' | 'suite'>;
}

/**
 * The report with what is new since the last run that it can be compared with, and a note where lines were passed over.
 * A mock is compared with nothing. That the history cannot be read is told as a warning.
 */
export function withChanges(report: Report, { file, plan }: HistoryOfRun): Report {
  if (report.target.mock) return report;
  const { reported, addedIn } = plan.suite;
  const { words, keys } = reported.resource;
  try {
    const now = runOfReport(report, historyLine(report, plan.run.id, []));
    const history = readHistoryFile({ file, target: now.line.target, keys });
    const skipped = skippedText(history);
    return {
      ...report,
      notes: [...report.notes, ...(skipped === null ? [] : [{ message: skipped }])],
      changes: changesSince(now, history.lines, { words, addedIn }),
      recentRuns: recentRuns(history.lines, now.line),
    };
  } catch (error) {
    printError(
      `Warning: the history in \`${file}\` cannot be read (${causeOf(error)}): what is new is not told.`,
    );
    return report;
  }
}

/** Appends the line of a run that is over; none of a mock. That it cannot be written is told as a warning. */
export function keepLine(report: Report, exchanges: readonly Exchange[], { file, plan }: HistoryOfRun): void {
  if (report.target.mock) return;
  const line: HistoryLine = historyLine(report, plan.run.id, exchanges);
  try {
    appendLine(file, historyText(line, plan.suite.reported.resource.keys));
  } catch (error) {
    printError(`Warning: the history in ${unwrittenText(file, error)}`);
  }
}

function causeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return `\`${error.code}\``;
  return error instanceof Error ? error.message : String(error);
}
