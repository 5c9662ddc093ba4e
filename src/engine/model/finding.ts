import type { FindingBasis } from './requirement.ts';

/**
 * One way a requirement was not met.
 * `violation`: the document is broken; `drift`: reported, fails only a strict run;
 * `trouble`: it could not be tested, and why.
 */
export interface Finding {
  readonly kind: 'violation' | 'drift' | 'trouble';
  /** One sentence, full stop, code in backticks. */
  readonly message: string;
  /** JSON Pointer into the response body. */
  readonly pointer?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** Where the very thing that was broken comes from; the judge gives that of the rule where a rule leaves it out. */
  readonly basis?: FindingBasis;
  /** What was added to the sentence there, and why. */
  readonly note?: string;
  /** Of what could not be tested: the cause that blocked its scenario, as `Blocked.cause` has it. */
  readonly blockedBy?: string;
  /** The same for the same failure of another run; left out in reports of earlier versions. */
  readonly fingerprint?: string;
  /** Index into the HAR file. */
  readonly exchange?: number;
}
