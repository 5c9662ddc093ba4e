import type { ReportInput } from '../../src/engine/model/report.ts';

/** Another input that is equal: but for the suite's own words and functions, of which no clone is made. */
export function cloned({ suite, ...input }: ReportInput): ReportInput {
  return { suite, ...structuredClone(input) };
}
