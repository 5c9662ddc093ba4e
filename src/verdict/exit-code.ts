import { EXIT, type Verdict } from '../model/verdict.ts';

/** How a run ended. */
export interface Ended {
  /** True where the suite itself failed. */
  readonly fault: boolean;
  readonly interrupted: boolean;
  /** Null where no report could be made. */
  readonly verdict: Verdict | null;
}

/** The exit code: the first of fault, interrupted, non-conformant, inconclusive, ok that holds. */
export function exitCode({ fault, interrupted, verdict }: Ended): number {
  if (fault) return EXIT.fault;
  if (interrupted) return EXIT.interrupted;
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
