import { comparedReport } from '../../engine/compare/compared-report.ts';
import { labelsOf } from '../../engine/compare/labels.ts';
import type { ComparedReport } from '../../engine/model/comparison.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readReport } from '../run/read-report.ts';
import { findReports } from './find-reports.ts';

/** So many reports are compared. */
const [LEAST, MOST] = [2, 500];

/** The reports that stand side by side, and what is to be known of how they were found. */
export interface ComparedReports {
  readonly reports: readonly ComparedReport[];
  readonly notes: readonly string[];
}

/** Reads the reports that arguments stand for, one after the other, and keeps what is compared. Throws a UsageError that tells all that is wrong. */
export function readCompared(given: readonly string[], keys: FileKeys): ComparedReports {
  const { found, notes, problems: wrong } = findReports(given, keys);
  if (found.length > MOST) throw new UsageError(countProblem(found.length), ...wrong);
  const problems = [...wrong];
  const labels = labelsOf(found.map(({ steps }) => steps));
  const reports = found.flatMap(({ file }, at) => {
    try {
      return [comparedReport(readReport(file, keys), labels[at] ?? '')];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  // One that cannot be read would be the second.
  if (problems.length === 0 && reports.length < LEAST) problems.push(countProblem(reports.length));
  const [first, ...others] = problems;
  if (first !== undefined) throw new UsageError(first, ...others);
  return { reports, notes };
}

function countProblem(count: number): string {
  const told = count === 1 ? '1 report' : `${count} reports`;
  return `\`compare\` has ${told}; right would be ${LEAST} to ${MOST}.`;
}
