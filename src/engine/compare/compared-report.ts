import type { ComparedReport } from '../model/comparison.ts';
import type { Report } from '../model/report.ts';
import { shortened } from '../report/inert.ts';

/** As many characters of the sentence of a finding. */
const MOST = 300;

/** What is kept of a report, so that hundreds of them are in memory at once. */
export function comparedReport(report: Report, label: string): ComparedReport {
  const { endpoint, mock, project, collection, item } = report.target;
  const { title, version, sha256 } = report.contract;
  return {
    label,
    target: { endpoint, mock, project, collection, item },
    run: report.run.id,
    startedAt: report.startedAt,
    verdict: report.verdict,
    strict: report.strict,
    interrupted: report.interrupted,
    suite: report.suite.version,
    contract: { title, version, sha256 },
    counts: report.counts,
    requirements: report.requirements.map(({ id, title: says, level, outcome, findings }) => ({
      ...{ id, title: says, level, outcome },
      fingerprints: [...new Set(findings.map(({ fingerprint }) => fingerprint))].sort(),
      says: shortened(findings[0]?.message ?? '', MOST),
    })),
  };
}
