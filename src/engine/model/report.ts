import type { Reading } from './contract.ts';
import type { Blocked, Evidence, Note } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { ReportedFinding } from './finding.ts';
import type { Changes } from './history.ts';
import type { Basis, Level, Outcome, RequiredMember } from './requirement.ts';
import type { FileKeys, ResourceWords } from './resource.ts';
import type { Chapter } from './scenario.ts';
import type { Verdict } from './verdict.ts';
import type { Waiver, WaiversToLookAfter } from './waiver.ts';

/** Why an outcome is neither passed nor failed: one sentence, and the requirement that it follows from, if any. */
export interface Because {
  readonly reason: string;
  /** An id, e.g. `delete.200.json` where the body is no JSON. */
  readonly requirement?: string;
}

/** Where a requirement comes from, and how that is read. */
export interface RequirementSource {
  readonly clause: string;
  /** What the document says there, in sentences of this suite's. */
  readonly says: string;
  /** What was added to it, and why. */
  readonly note?: string;
  /** Ids of the readings that it rests on. */
  readonly readings: readonly string[];
}

/** A requirement with what became of it. */
export interface JudgedRequirement {
  readonly id: string;
  /** The key of its group; left out in reports of earlier versions. */
  readonly group?: string;
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly clause: string;
  /** Ids of the readings that it rests on; left out in reports of earlier versions. */
  readonly readings?: readonly string[];
  /** Left out in reports of earlier versions. */
  readonly source?: RequirementSource;
  /** Left out where it is about no member of a body, and in reports of earlier versions. */
  readonly member?: RequiredMember;
  readonly scenarios: readonly string[];
  readonly outcome: Outcome;
  /** Indexes of the exchanges that show it, whether it held or not, in order; left out in reports of earlier versions. */
  readonly exchanges?: readonly number[];
  /** How many deviations of the mock are there to break it: the suite is tried on each. */
  readonly provenBy?: number;
  readonly findings: readonly ReportedFinding[];
  /** Where `outcome` is neither passed nor failed; left out in reports of earlier versions. */
  readonly because?: Because;
  /** At which attempt it was conclusive, or after how many it is not; left out where that is the first. */
  readonly attempts?: number;
  /** Who answers for it, where `outcome` is `waived`, and where `failed` for those of its findings that the waiver covers. */
  readonly waiver?: Waiver;
  /** The others, where it takes several to cover its findings. */
  readonly moreWaivers?: readonly Waiver[];
}

export interface ReportedScenario {
  readonly id: string;
  readonly title: string;
  readonly chapter: Chapter;
  readonly state: 'carried-through' | 'blocked' | 'not-run' | 'not-applicable';
  readonly blocked: Blocked | null;
}

/** A wait of the run: for an instance to be there, or to be gone. */
export interface ReportedWait {
  /** What had become of it, in words that `after 5.8 s` follows, e.g. `gone`. */
  readonly what: string;
  /** The exchange that it followed: the index of an install or a DELETE. */
  readonly exchange: number;
  /** Until the last answer, in milliseconds. */
  readonly ms: number;
  /** How often it was asked. */
  readonly asked: number;
}

/** How long the answers to an operation took, in milliseconds. */
export interface Timing {
  /** Its `operationId`. */
  readonly operation: string;
  readonly answers: number;
  readonly min: number;
  /** By nearest rank: the smallest that at least half of them took no longer than. */
  readonly p50: number;
  readonly max: number;
}

/** What a run left behind it. */
export interface CollectionAfter {
  /** Names of what this run installed and did not see go. */
  readonly left: readonly string[];
  /** How many of the others that the first look found the last one did not find as they were; null where that was not told. */
  readonly changed: number | null;
}

/** One of the last runs against the same target. */
export interface RecentRun {
  /** RFC 3339. */
  readonly startedAt: string;
  readonly verdict: Verdict;
}

export interface Target {
  readonly endpoint: string;
  readonly mock: boolean;
  /** The mock's deviation, where one is switched on. */
  readonly deviation: string | null;
  readonly project: string;
  readonly collection: string;
  readonly item: string;
  readonly source: 'install' | 'existing';
  readonly authentication: string;
}

/** How long a run may take, in milliseconds. */
export interface Limits {
  readonly requestTimeoutMs: number;
  readonly settleTimeoutMs: number;
  /** As it was set; null where it was not. */
  readonly runTimeoutMs: number | null;
  /** The whole run at the longest, tidying counted. */
  readonly longestMs: number;
}

/** What tells a run from another, and how it ended. */
export interface ReportedRun {
  /** A UUID: the run's in the ledger. */
  readonly id: string;
  /** What the process of the run ends with. */
  readonly exitCode: number;
  /** How often a scenario was walked at most, and might have been. */
  readonly attempts: number;
  readonly mostAttempts: number;
}

/** What was judged where that is no run: the traffic in a file. */
export interface Recording {
  /** The tool that recorded it, and its version. */
  readonly creator: string;
  /** The name of the file, without its folder. */
  readonly file: string;
  /** Lower-case hex, of the file. */
  readonly sha256: string;
  /** How many exchanges it has. */
  readonly exchanges: number;
  /** How many of them match which operation of the description, by `operationId`; those are in `evidence.har`. */
  readonly matched: readonly { readonly operation: string; readonly exchanges: number }[];
  /** True where this suite recorded it, so that effects are judged too. */
  readonly own: boolean;
}

/** All that the report files say, but for the exchanges themselves. This is `conformance.json`, where the suite's own keys name the target. */
export interface Report {
  readonly verdict: Verdict;
  /** Grows where a reader of an earlier one could take something wrong. */
  readonly formatVersion: 1;
  /** Why this verdict, in one sentence. */
  readonly reason: string;
  readonly strict: boolean;
  readonly interrupted: boolean;
  readonly target: Target;
  readonly contract: { readonly title: string; readonly version: string; readonly sha256: string };
  readonly suite: { readonly name: string; readonly version: string };
  readonly environment: { readonly node: string; readonly platform: string };
  readonly startedAt: string;
  readonly durationMs: number;
  readonly run: ReportedRun;
  /** Set where a recording was judged: then nothing was sent, and `verdict` is `inconclusive` though nothing was broken. */
  readonly recording?: Recording;
  /** In milliseconds; left out in reports of earlier versions. */
  readonly limits?: Limits;
  readonly counts: {
    readonly passed: number;
    readonly failed: number;
    readonly drift: number;
    readonly notObserved: number;
    readonly inconclusive: number;
    readonly notApplicable: number;
    readonly waived: number;
  };
  readonly requirements: readonly JudgedRequirement[];
  /** Left out in reports of earlier versions, and where there are none. */
  readonly waivers?: WaiversToLookAfter;
  /** What belongs together, in the order of the page; left out in reports of earlier versions. */
  readonly groups?: readonly { readonly key: string; readonly title: string }[];
  readonly scenarios: readonly ReportedScenario[];
  readonly notes: readonly Note[];
  readonly readings: readonly Reading[];
  /** What is new since the last run that it can be compared with; left out where no history is kept, and of a mock. */
  readonly changes?: Changes;
  /** The last ones, at most 30, the oldest first, this one last; left out where `changes` is. */
  readonly recentRuns?: readonly RecentRun[];
  /** In the order of sending; left out in reports of earlier versions, as are the next two. */
  readonly waits?: readonly ReportedWait[];
  /** By operation. */
  readonly timings?: readonly Timing[];
  readonly after?: CollectionAfter;
}

/** What the reports say of what is tested in the words of its API. */
export interface ReportedSuite {
  /** What the document under test calls the operation, e.g. `Delete a Note`. */
  readonly title: string;
  readonly resource: { readonly words: ResourceWords; readonly keys: FileKeys };
  /** Of the settings the one that says whether instances are installed or given up. */
  readonly settings: { readonly source: string };
  /** The requests under test by their probes, in words that follow an article, e.g. `DELETE without a token`. */
  readonly requests: Readonly<Record<string, string>>;
  /** The header of an answer that says what the target calls its request, in lower case. */
  readonly requestIdHeader: string;
  /** What an answered List names, each entry in few words; null of what is no such answer. */
  readonly listed: (exchange: Exchange) => readonly string[] | null;
}

/** What the report formats are made from. */
export interface ReportInput {
  readonly suite: ReportedSuite;
  readonly report: Report;
  /** Every exchange of the run; `Finding.exchange` is an index into it. */
  readonly exchanges: readonly Exchange[];
  /** What the scenarios recorded beside their exchanges; left out where that is not kept. */
  readonly recorded?: readonly Omit<Evidence, 'exchanges'>[];
  /** By requirement, the names of the deviations that are there to break it; left out where none are known. */
  readonly proofs?: Readonly<Record<string, readonly string[]>>;
  /** The SHA-256 of the files that were written beside the page; left out where none were. */
  readonly sums?: readonly FileSum[];
}

/** A file of a run, by name, and the lower-case hex SHA-256 of its bytes. */
export interface FileSum {
  readonly file: string;
  readonly sha256: string;
}
