import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement } from '../model/report.ts';

/** The findings by which a requirement fails: its violations, in a strict run its drift too. */
export function failingFindings(
  { findings }: Pick<JudgedRequirement, 'findings'>,
  strict: boolean,
): readonly ReportedFinding[] {
  return findings.filter(({ kind }) => kind === 'violation' || (strict && kind === 'drift'));
}
