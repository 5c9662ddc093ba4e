import type { ReportInput } from '../model/report.ts';

/** Stands in until the file comes. */
export function reportDispute({ report }: ReportInput): string {
  return `# ${report.run.id}\n`;
}
