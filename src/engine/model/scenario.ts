import type { OperationId } from './exchange.ts';
import type { About, Basis, Broken } from './requirement.ts';
import type { Names } from './resource.ts';

/** What a refusal of the user's own credentials is: the answer to what was asked, trouble, or trouble unless the control request is answered 200 just after. */
export type CredentialsRefused = 'answer' | 'trouble' | 'trouble-unless-control';

/** Which answers a probe may meet: a row of the suite's table of answers. Every status that is not named is a violation. */
export interface Expectation {
  /** E.g. `ill-formed-name`. */
  readonly id: string;
  /**
   * `accepted`: what was asked for is done; `refused`: nothing is; `read`: what is there is told, and nothing is done;
   * `nothing`: no request is under test, it is looked at what is there.
   */
  readonly kind: 'accepted' | 'refused' | 'read' | 'nothing';
  /** The statuses that pass: the first and the last, both among them. */
  readonly passes: readonly (readonly [from: number, to: number])[];
  readonly drift: readonly number[];
  /** What passes, in words. */
  readonly expected: string;
  /** What the endpoint must do, in words that a request follows, e.g. `answer 400 to`. */
  readonly must: string;
  readonly basis: Basis;
  readonly clause: string;
  /** What another answer breaks, where the clause alone does not say it. */
  readonly breaks?: Broken;
  /** Ids of the readings that it rests on. */
  readonly readings: readonly string[];
  /** The documented answer that it is, as the description calls it, and whose body is judged; null where no page has its body. */
  readonly documented: string | null;
  /** True where the request addresses the instance that the suite deletes. */
  readonly toOwn: boolean;
  readonly refusedCredentials: Readonly<Record<401 | 403, CredentialsRefused>>;
}

/** What the settings ask to be installed. */
export interface Wanted {
  readonly names: Names;
  readonly templateVersion: string | null;
  readonly templateInputs: Readonly<Record<string, unknown>> | null;
}

/** What a lax endpoint could do with the name of a probe, so that it finds an item of another name. */
export type Laxity =
  | 'by-prefix'
  | 'without-blanks'
  | 'as-pattern'
  | 'any-letter-case'
  | 'any-letter-case-of-collection';

/** One request under test: the accepted DELETE with at most one thing changed, or one that only reads. */
export interface Probe {
  /** Unique over all scenarios, e.g. `no-token`. */
  readonly id: string;
  /** What its answer is to show, e.g. `delete.access.no-token`. */
  readonly about: About;
  /** What is special about it, in words that follow its method, as in "a DELETE without a token". */
  readonly title: string;
  readonly expected: Expectation;
  /** The operation of the description that it addresses; null for a method that the path does not document. */
  readonly operation: OperationId | null;
  readonly method: 'GET' | 'DELETE' | 'PUT' | 'POST';
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

/** A part of the walk that reads as one chapter of the document: one of the suite's `chapters`. */
export type Chapter = string;

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
