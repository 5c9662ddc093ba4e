import type { FindingBasis } from './requirement.ts';

/**
 * One way a requirement was not met, as a rule gives it.
 * `violation`: the document is broken; `drift`: reported, fails only a strict run;
 * `trouble`: it could not be tested, and why.
 */
export interface Finding {
  readonly kind: 'violation' | 'drift' | 'trouble';
  /**
   * What is wrong in a short permanent word: two findings of one requirement, at one place, are alike where it is the
   * same. It holds nothing that comes from a body, from the settings or from a clock.
   */
  readonly code: string;
  /** One sentence, full stop, code in backticks. */
  readonly message: string;
  /** JSON Pointer into the response body. */
  readonly pointer?: string;
  /** The same, an index of an array as a number, where the body that was read does not tell one from a name. */
  readonly steps?: readonly (string | number)[];
  readonly expected?: string;
  readonly actual?: string;
  /** Where the very thing that was broken comes from; the judge gives that of the rule where a rule leaves it out. */
  readonly basis?: FindingBasis;
  /** What was added to the sentence there, and why. */
  readonly note?: string;
  /** Of what could not be tested: the cause that blocked its scenario, as `Blocked.cause` has it. */
  readonly blockedBy?: string;
  /** Of how many things it tells, where that is more than one. */
  readonly count?: number;
  /** Index into the HAR file; of an effect that of the request which had it. */
  readonly exchange?: number;
  /** Of an effect: the look before that request, and the one after it that shows what it did. */
  readonly before?: number;
  readonly after?: number;
}

/** A finding as the report gives it, so that those of two runs can be compared. */
export interface ReportedFinding extends Omit<Finding, 'steps'> {
  /** 12 hex digits, made of the requirement, the place and the code: no name, no time, no value, no count. */
  readonly fingerprint: string;
  /** How many things it stands for: 1, or more where alike ones are told as one. */
  readonly count: number;
  /** What the target calls the request that was answered; left out where its answer does not say. */
  readonly requestId?: string;
  /** The `Date` of that answer, as it was sent; left out where there is none. */
  readonly date?: string;
}
