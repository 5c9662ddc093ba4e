import type { Report, Target } from './report.ts';
import type { Level, Outcome } from './requirement.ts';
import type { Verdict } from './verdict.ts';

/** What became of a requirement in a report; `absent` where its suite or its description lacks it. */
export type ComparedOutcome = Outcome | 'absent';

/** What is compared of a requirement. */
export interface ComparedRequirement {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: Outcome;
  /** Of its findings, each once, sorted. */
  readonly fingerprints: readonly string[];
  /** The sentence of its first finding, not all of a long one; '' where there is none. */
  readonly says: string;
}

/** What is told of a report beside its requirements. */
export interface ReportFigures {
  /** What tells it from the others, as short as can be. */
  readonly label: string;
  readonly target: Pick<Target, 'endpoint' | 'mock' | 'project' | 'collection' | 'item'>;
  /** The id of its run. */
  readonly run: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly verdict: Verdict;
  readonly strict: boolean;
  readonly interrupted: boolean;
  /** The version of the suite. */
  readonly suite: string;
  readonly contract: Report['contract'];
  readonly counts: Report['counts'];
}

/** What is kept of a report that is compared. */
export interface ComparedReport extends ReportFigures {
  readonly requirements: readonly ComparedRequirement[];
}

/** What became of a requirement in some of the reports: in all of them the same, in the same way. */
export interface Cell {
  readonly outcome: ComparedOutcome;
  /** The mark of the way in which it failed; null where nothing was found. */
  readonly way: string | null;
  /** Indexes of the reports, in order. */
  readonly reports: readonly number[];
}

/** One of the ways in which a requirement failed. */
export interface Way {
  /** `a`, `b` and so on, in the order of the reports. */
  readonly way: string;
  readonly fingerprints: readonly string[];
  /** What the first of the reports says of it. */
  readonly says: string;
}

/** A requirement in all of the reports. */
export interface ComparedRow {
  readonly id: string;
  /** By the first report that has it, as the level. */
  readonly title: string;
  readonly level: Level;
  /** Whether outcomes differ, or ways in which it failed. */
  readonly differs: boolean;
  /** What became of it where, the gravest first. Each report is in one of them. */
  readonly cells: readonly Cell[];
  /** The ways that the cells name. */
  readonly ways: readonly Way[];
}

/** Something that some of the reports have in common. */
export interface Shared<Value> {
  readonly value: Value;
  readonly reports: readonly number[];
}

/** Reports side by side: `compare.json`, where the suite's own keys name each target. */
export interface Comparison {
  /** How many requirements differ, of how many that any of the reports has. */
  readonly differing: number;
  readonly requirements: number;
  /** Whether `rows` has those too that do not differ. */
  readonly all: boolean;
  readonly reports: readonly ReportFigures[];
  /** The versions of the suite, in the order of the reports; so the descriptions, and strictness. */
  readonly suites: readonly Shared<string>[];
  readonly contracts: readonly Shared<Report['contract']>[];
  readonly strictness: readonly Shared<boolean>[];
  /** What else is to be known, a sentence each. */
  readonly notes: readonly string[];
  /** Those that differ first, and among them those with a violated MUST; else in the order of the reports. */
  readonly rows: readonly ComparedRow[];
  /** The reports that are alike in every row and in their verdict stand together. */
  readonly columns: readonly (readonly number[])[];
}
