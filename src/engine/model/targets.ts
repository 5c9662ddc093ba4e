import type { Report, Target } from './report.ts';
import type { Level, Outcome } from './requirement.ts';
import type { Verdict } from './verdict.ts';

/** A requirement that did not simply pass at a target. */
export interface NotPassed {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: Extract<Outcome, 'failed' | 'drift' | 'inconclusive' | 'waived'>;
  /** Of its findings, each once, sorted. */
  readonly fingerprints: readonly string[];
}

/** What became of one target of many. */
export interface TargetOutcome {
  /** As `targets.yaml` calls it, and its folder in the reports directory. */
  readonly name: string;
  /** What was to be tested, as `targets.yaml` has it. */
  readonly target: Pick<Target, 'endpoint' | 'project' | 'collection' | 'item'>;
  /** One of 0, 1, 3, 4 and 130. */
  readonly exitCode: number;
  /** Null where its run left no report. */
  readonly verdict: Verdict | null;
  /** Why, in one sentence: the report's own, or what the run said where it left none. */
  readonly reason: string;
  /** Of the report; null where there is none. */
  readonly report: TargetFigures | null;
}

/** What the totals say of the report of one target. */
export interface TargetFigures {
  /** The id of its run. */
  readonly run: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly mock: boolean;
  /** Drift fails as a violation does. */
  readonly strict: boolean;
  readonly suite: Report['suite']['version'];
  /** SHA-256 of the description. */
  readonly contract: Report['contract']['sha256'];
  readonly counts: Report['counts'];
  readonly notPassed: readonly NotPassed[];
  /** How much is new by the history; null where none is kept, or nothing can be compared. */
  readonly changes: { readonly new: number; readonly still: number; readonly fixed: number } | null;
}

/** What became of many targets: `targets.json`, where the suite's own keys name each target. */
export interface TargetsReport {
  /** Grows where a reader of an earlier one could take something wrong. */
  readonly formatVersion: 1;
  readonly verdict: Verdict;
  /** What summed it up; each target has that of its own run. */
  readonly suite: Report['suite'];
  /** The first of 4, 130, 1, 3 and 0 that any target has; of a missing one it is 3. */
  readonly exitCode: number;
  /** When the first of them began; null where none did. */
  readonly startedAt: string | null;
  /** From then to the end of the last, in milliseconds. */
  readonly durationMs: number;
  /** All of `targets.yaml`, in its order, tested here or not. */
  readonly names: readonly string[];
  /** Those that should have been tested, and are not among `targets`; only a total of several machines has any. */
  readonly missing: readonly string[];
  /** In the order of `names`. */
  readonly targets: readonly TargetOutcome[];
}
