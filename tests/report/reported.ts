import type { Finding, ReportedFinding } from '../../src/engine/model/finding.ts';

/** A finding as a report gives it, with what a test does not speak of. */
export function reported(
  finding: Omit<Finding, 'code' | 'steps'> & Partial<ReportedFinding>,
): ReportedFinding {
  return { code: 'something', fingerprint: '0123456789ab', count: 1, ...finding };
}
