/** How binding a requirement is: derived from the first word of its title. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** Where a requirement comes from: the page under test, a sibling page, every published example, or HTTP and JSON. */
export type Basis = 'documented' | 'sibling' | 'observed' | 'http';

/** Where what a finding broke comes from; `reading` where it is this suite's own. */
export type FindingBasis = Basis | 'reading';

/** Where what a finding broke comes from, and what was added to the sentence there. */
export interface Broken {
  readonly basis: FindingBasis;
  readonly note: string;
}

/** A sentence that says who must do what. */
export type Title = `${Level} ${string}`;

/** An operation of the description that is under test, and what ids call it. */
export interface OperationUnderTest {
  /** Its `operationId`. */
  readonly id: string;
  /** The first part of an id, e.g. `delete`. */
  readonly slug: string;
}

/** What a requirement is about: its id is made of it, and never taken apart again. */
export interface About {
  readonly operation: OperationUnderTest;
  /** The documented answer that it is about, as the description calls it, e.g. `200` or `default`; null where it is about none. */
  readonly status: string | null;
  /** The side that it is about, e.g. `media-type`, `body`, `effect`; `answer` for which answer a request gets. */
  readonly facet: string;
  /** Path of the documented field that it is about, '' for the body itself; null for none. */
  readonly field: string | null;
  /** What tells it from others of its facet, e.g. `no-token`; null where nothing needs to. */
  readonly name: string | null;
}

/** One thing the documents demand. */
export interface Requirement {
  /** A permanent readable path, e.g. `delete.200.body.status.phase`. */
  readonly id: string;
  /** The key of the group that it stands in, see `Report.groups`. */
  readonly group: string;
  readonly title: Title;
  readonly basis: Basis;
  /** The part of the page it stands in, e.g. `Response Parameters, status code 200, NoteStatus.phase`. */
  readonly clause: string;
  /** Ids of the readings (`x-readings` of the description) that it rests on, each once. */
  readonly readings: readonly string[];
  /** What was added to the sentence there, and why; left out where nothing was. */
  readonly note?: string;
  /** Left out where it is about no member of a body. */
  readonly member?: RequiredMember;
  /** The scenarios that can show it, in the order of the walk; the last one finishes it. */
  readonly scenarios: readonly string[];
}

/** The member of a documented answer that a requirement is about. */
export interface RequiredMember {
  /** The answer, as the description calls it, e.g. `200`. */
  readonly answer: string;
  /** Dotted, e.g. `status.resources.replicas`; '' for the body itself. */
  readonly path: string;
  readonly mayBeAbsent: boolean;
  /** In words, e.g. `a string`. */
  readonly expected: string;
}

/** What became of a requirement in a run. */
export type Outcome =
  | 'passed'
  | 'failed'
  | 'drift'
  | 'not-observed'
  | 'inconclusive'
  | 'not-applicable'
  | 'waived';
