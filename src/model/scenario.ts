/** The row of the contract's table of answers that a probe belongs to. */
export type Row =
  | 'installed' // well-formed, installed plug-in
  | 'ill-formed-name' // ill-formed or over-long pool or template name
  | 'ill-formed-project'
  | 'no-such' // well-formed, but no such plug-in or pool; the same delete again
  | 'near-name' // a name near that of the suite's own plug-in or pool, which nobody has
  | 'no-credentials' // no token, a wrong token
  | 'undocumented-method'
  | 'nothing'; // no request under test: the pool is looked at

/** The names in a path, before they are percent-encoded. */
export interface Names {
  readonly projectId: string;
  readonly poolName: string;
  readonly templateName: string;
}

/** What the settings ask to be installed. */
export interface Wanted {
  readonly names: Names;
  readonly templateVersion: string | null;
  readonly templateInputs: Readonly<Record<string, unknown>> | null;
}

/** What a lax endpoint could do with the name of a probe, so that it finds a plug-in of another name. */
export type Laxity =
  | 'by-prefix'
  | 'without-blanks'
  | 'as-pattern'
  | 'any-letter-case'
  | 'any-letter-case-of-pool';

/** One request under test: the accepted DELETE with at most one thing changed. */
export interface Probe {
  /** Unique over all scenarios, e.g. `no-token`. */
  readonly id: string;
  /** The requirement that its row makes of its status, e.g. `delete.access.no-token`. */
  readonly requirement: string;
  /** What is special about it, in words that follow its method, as in "a DELETE without a token". */
  readonly title: string;
  readonly row: Row;
  readonly method: 'DELETE' | 'PUT' | 'POST';
  readonly credentials: 'user' | 'none' | 'wrong';
  /** A function where it depends on what the settings ask to be installed. */
  readonly body: string | null | ((wanted: Wanted) => string);
  /** The one thing broken about the names; the names themselves where nothing is. */
  readonly names: (names: Names) => Names;
  /** Show is asked for the name first, and the probe is not sent where Show finds it. */
  readonly mustNotExist?: true;
  /** Set where its name is near those of others: it is not sent where it could hit one of theirs. */
  readonly laxity?: Laxity;
  /** Why the names of the settings leave nothing to send, in one sentence; null where they leave something. */
  readonly nothingToSend?: (names: Names) => string | null;
}

/** A part of the walk that reads as one chapter of the document. */
export type Chapter = 'access' | '400' | '200' | 'effects';

/** A named sequence of requests against the target. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly chapter: Chapter;
  /** `present`: an instance is installed first (or still is); `gone`: none is; `untouched`: taken as it is. */
  readonly instance: 'present' | 'gone' | 'untouched';
  readonly probes: readonly Probe[];
  /** True where it needs an instance of its own, which `existing` cannot give. */
  readonly ownInstance?: true;
}
