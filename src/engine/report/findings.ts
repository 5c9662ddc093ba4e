import type { ReportedFinding } from '../model/finding.ts';

/** A finding, and how often it was made: two answers that are wrong in the same way are told once. */
export interface ToldFinding {
  readonly finding: ReportedFinding;
  readonly times: number;
  /** The indexes of the exchanges that it was made of, each once. */
  readonly exchanges: readonly number[];
}

/** The findings without those that differ in nothing but the exchange, in order. */
export function distinctFindings(findings: readonly ReportedFinding[]): readonly ToldFinding[] {
  const told = new Map<string, ToldFinding>();
  for (const finding of findings) {
    const { kind, message, pointer, expected, actual, exchange } = finding;
    const key = JSON.stringify([kind, message, pointer, expected, actual]);
    const known = told.get(key);
    const exchanges = [...(known?.exchanges ?? []), ...(exchange === undefined ? [] : [exchange])];
    told.set(key, {
      finding: known?.finding ?? finding,
      times: (known?.times ?? 0) + 1,
      exchanges: [...new Set(exchanges)],
    });
  }
  return [...told.values()];
}

/** ` (2 times)`, or nothing for once. */
export function timesText(times: number): string {
  return times === 1 ? '' : ` (${times} times)`;
}

/** The findings, those of one kind together. */
export function byKind(told: readonly ToldFinding[]): readonly (readonly ToldFinding[])[] {
  const kinds = new Map<string, ToldFinding[]>();
  for (const one of told) {
    const kind = kindOf(one.finding);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()];
}

function kindOf({ code, message }: ReportedFinding): string {
  return `${code} ${message.replace(/^And [\d,]+ more: /, '')}`;
}

/** How many things the findings stand for. */
export function totalOf(alike: readonly ToldFinding[]): number {
  return alike.reduce((sum, { finding }) => sum + finding.count, 0);
}

/** Whether a finding is of what a request did, told by the looks before and after it. */
export function isEffect({ after }: ReportedFinding): boolean {
  return after !== undefined;
}
