import type { Names } from './resource.ts';
import type { Verdict } from './verdict.ts';

/** A requirement that failed, and in which ways: the fingerprints of its findings; none where a report of an earlier version has none. */
export interface FailedRequirement {
  readonly id: string;
  readonly fingerprints: readonly string[];
}

/** How long an operation took to answer, in milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly max: number;
}

/** What a run was against. */
export interface HistoryTarget extends Names {
  readonly endpoint: string;
}

/** One run as the history keeps it, and as it is compared with others. */
export interface HistoryLine {
  readonly formatVersion: number;
  /** A UUID. */
  readonly run: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly target: HistoryTarget;
  readonly source: 'install' | 'existing';
  /** The SHA-256 of the description. */
  readonly contract: string;
  /** The version of the suite. */
  readonly suite: string;
  readonly strict: boolean;
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** What did not hold, waived or not; drift too in a strict run. */
  readonly failed: readonly FailedRequirement[];
  readonly inconclusive: readonly string[];
  readonly notObserved: readonly string[];
  /** By operation. */
  readonly latencyMs: Readonly<Record<string, Latency>>;
}

/** One way in which a requirement failed, now or before. */
export interface Change {
  readonly id: string;
  /** '' where a report of an earlier version has none. */
  readonly fingerprint: string;
  /** When the run began that showed it first, no run since then having shown that it was gone: RFC 3339. */
  readonly since: string;
  /** In how many of the last runs it was seen, and of how many: those that were compared, this one too, at most ten. */
  readonly seen: number;
  readonly of: number;
  /** True where the suite of the base did not know the requirement yet; left out elsewhere. */
  readonly newRequirement?: true;
}

/** What a failure became since the base. */
export type ChangeState = 'new' | 'still' | 'fixed' | 'intermittent' | 'unknown';

/** The run that another is compared with. */
export interface ChangesBase {
  readonly run: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly verdict: Verdict;
  /** The version of its suite. */
  readonly suite: string;
}

/** What is new since an earlier run. */
export interface Changes extends Readonly<Record<ChangeState, readonly Change[]>> {
  /** Null where there is no earlier run: then all that fails is new. */
  readonly base: ChangesBase | null;
  readonly comparable: boolean;
  /** Why it is not comparable, a sentence; null where it is. */
  readonly why: string | null;
}
