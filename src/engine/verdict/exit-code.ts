import { EXIT, type Verdict } from '../model/verdict.ts';

/** How a run ended. */
export interface Ended {
  /** True where the suite itself failed. */
  readonly fault: boolean;
  readonly interrupted: boolean;
  /** True where a live endpoint was asked for and a mock answered. */
  readonly mockInstead?: boolean;
  /** Null where no report could be made. */
  readonly verdict: Verdict | null;
}

/** The exit code: the first of fault, interrupted, a mock instead, non-conformant, inconclusive, ok that holds. */
export function exitCode({ fault, interrupted, mockInstead = false, verdict }: Ended): number {
  if (fault) return EXIT.fault;
  if (interrupted) return EXIT.interrupted;
  if (mockInstead) return EXIT.usage;
  switch (verdict) {
    case null:
      return EXIT.fault;
    case 'non-conformant':
      return EXIT.nonConformant;
    case 'inconclusive':
      return EXIT.inconclusive;
    case 'conformant':
    case 'conformant-with-waivers':
      return EXIT.ok;
  }
}
