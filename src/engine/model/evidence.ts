import type { Exchange } from './exchange.ts';

/** Why a scenario could not be carried through: the cause, what was tried, what to do about it. */
export interface Blocked {
  readonly cause: string;
  readonly tried: string;
  readonly remedy: string;
  /** True where no later scenario can fare better. */
  readonly endsRun: boolean;
  /** True where the time of the run was over. */
  readonly overtime?: true;
  /** True where walking again would meet the same: somebody else's instance, refused credentials, a run that was ended. */
  readonly lasts?: true;
  readonly exchange?: number;
}

/** Something about the run that the reader should know, e.g. a retried request. */
export interface Note {
  readonly message: string;
  readonly exchange?: number;
}

/** A probe that was not sent on purpose, and what its requirement makes of that. */
export interface Withheld {
  readonly probe: string;
  /** One sentence. */
  readonly reason: string;
  /** `not-applicable`: by the settings alone. */
  readonly outcome: 'not-observed' | 'inconclusive' | 'not-applicable' | 'drift';
  /** True where walking again would meet the same: what stands there is somebody else's. */
  readonly lasts?: true;
  readonly exchange?: number;
}

/** All that a scenario recorded. */
export interface Evidence {
  readonly scenario: string;
  /** Of all attempts, in the order of sending. The collection before and after a probe: the nearest answered `list` before and after it. */
  readonly exchanges: readonly Exchange[];
  readonly notes: readonly Note[];
  /** Probes that were not sent on purpose. */
  readonly withheld: readonly Withheld[];
  /** Set where no attempt carried it through, and where the last one ended the run. */
  readonly blocked: Blocked | null;
}
