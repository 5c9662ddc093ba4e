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
  /** Index into the HAR file. */
  readonly exchange?: number;
}
