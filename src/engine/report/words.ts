import type { Finding } from '../model/finding.ts';
import type { JudgedRequirement, Report } from '../model/report.ts';
import type { FindingBasis, Outcome } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';

/** A word as it begins a line. */
export function capitalized(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** A verdict as people read it. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  conformant: 'Conformant',
  'conformant-with-waivers': 'Conformant with waivers',
  'non-conformant': 'Non-conformant',
  inconclusive: 'Inconclusive',
};

/** An outcome as people read it, in the order in which it matters to them. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  failed: 'violated',
  inconclusive: 'inconclusive',
  drift: 'drift',
  waived: 'waived',
  passed: 'passed',
  'not-observed': 'not observed',
  'not-applicable': 'not applicable',
};

/** The outcomes in that order. */
export const OUTCOME_ORDER: readonly Outcome[] = [
  'failed',
  'inconclusive',
  'drift',
  'waived',
  'passed',
  'not-observed',
  'not-applicable',
];

/** Where a requirement, or what a finding broke, comes from, in words. */
export const BASES: Readonly<Record<FindingBasis, string>> = {
  documented: 'the page under test',
  sibling: 'a sibling page',
  observed: 'every published example',
  http: 'HTTP and JSON',
  reading: "this suite's reading",
};

/** Where what a finding broke comes from, and what was added there; of reports that do not say it, by its requirement. */
export function basisText({ basis, note }: Finding, requirement: Pick<JudgedRequirement, 'basis'>): string {
  const words = BASES[basis ?? requirement.basis];
  return note === undefined ? words : `${words}: ${note}`;
}

/** The count of an outcome. */
export function countOf({ counts }: Pick<Report, 'counts'>, outcome: Outcome): number {
  if (outcome === 'not-observed') return counts.notObserved;
  return outcome === 'not-applicable' ? counts.notApplicable : counts[outcome];
}

/** The counts in one line, those of nothing left out: `77 requirements: 2 violated · 75 passed`. */
export function countsText(report: Report): string {
  return `${plural(report.requirements.length, 'requirement')}: ${countsTold(report.counts)}`;
}

/** The same without how many there are: `2 violated · 75 passed`, or with something else in between. */
export function countsTold(counts: Report['counts'], between = ' · '): string {
  const told = OUTCOME_ORDER.map((outcome) => [countOf({ counts }, outcome), OUTCOMES[outcome]] as const);
  const shown = told.filter(([count]) => count > 0).map(([count, word]) => `${countText(count)} ${word}`);
  return shown.join(between);
}

/** Whether a requirement fails the run: violated, or drift in a strict one. */
export function fails({ strict }: Pick<Report, 'strict'>, { outcome }: JudgedRequirement): boolean {
  return outcome === 'failed' || (strict && outcome === 'drift');
}

/** A number for people: `12`, `10,000`. */
export function countText(count: number): string {
  // What knows all languages takes longer to load than the rest of the words: a twelfth of a run.
  const digits = String(count);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(',');
}

/** `1 violation`, `2 violations`, `10,000 violations`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A duration for people: `840 ms`, `12.4 s`, `3 min 20 s`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 99_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A limit for people, never told shorter than it is: `30 s`, `15 min`, `3 h 31 min`. */
export function limitText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.ceil(milliseconds)} ms`;
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${minutes} min`;
  return left === 0 ? `${hours} h` : `${hours} h ${left} min`;
}

/** A number of bytes for people: `840 bytes`, `12.4 KiB`, `5.0 MiB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
