import type { ReportedFinding } from '../model/finding.ts';

/** A finding, and how often it was made: two answers that are wrong in the same way are told once. */
export interface ToldFinding {
  readonly finding: ReportedFinding;
  readonly times: number;
}

/** The findings without those that differ in nothing but the exchange, in order. */
export function distinctFindings(findings: readonly ReportedFinding[]): readonly ToldFinding[] {
  const told = new Map<string, ToldFinding>();
  for (const finding of findings) {
    const { kind, message, pointer, expected, actual } = finding;
    const key = JSON.stringify([kind, message, pointer, expected, actual]);
    const known = told.get(key);
    told.set(key, { finding: known?.finding ?? finding, times: (known?.times ?? 0) + 1 });
  }
  return [...told.values()];
}

/** ` (2 times)`, or nothing for once. */
export function timesText(times: number): string {
  return times === 1 ? '' : ` (${times} times)`;
}
