import type { ReportedSuite } from '../../model/report.ts';
import type { TargetsReport } from '../../model/targets.ts';

/** What the pages of many targets are made from. */
export interface TotalsInput {
  readonly report: TargetsReport;
  readonly suite: Pick<ReportedSuite, 'title' | 'resource'>;
}
