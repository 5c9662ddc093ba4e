import type { Report } from '../engine/model/report.ts';
import type { Verdict } from '../engine/model/verdict.ts';
import type { Settings } from '../lifecycle/settings/settings.ts';

/** How long a run against a mock waits, in milliseconds. */
export type Limits = Pick<Settings, 'requestTimeoutMs' | 'settleTimeoutMs'>;

/** What a server is in truth: it breaks the contract, keeps it, or cannot be tested through the trouble around it. */
export type Truth = 'deviating' | 'conforming' | 'disturbed';

/** What the suite made of one server whose truth is known. */
export interface Trial {
  readonly truth: Truth;
  /** Unique among those of the same truth. */
  readonly name: string;
  /** One sentence that says what the server does. */
  readonly title: string;
  /** The requirement that a deviation is meant to break; null for a server that is no deviation. */
  readonly catches: string | null;
  readonly verdict: Verdict;
  /** One sentence. */
  readonly reason: string;
  /** The requirements that did not hold, in the order of the report; those of a SHOULD, from which it drifts, last. */
  readonly failed: readonly string[];
  /** How many requests met something else than a conforming mock in the same state would have done; 0 for what is no deviation. */
  readonly deviated: number;
}

/** What became of a deviation: `elsewhere` where another requirement than the meant one failed first. */
export type Caught = 'in-place' | 'elsewhere' | 'survived' | 'broken';

/** What the suite made of one deviation. */
export interface DeviationTrial extends Pick<Trial, 'name' | 'title' | 'verdict' | 'failed'> {
  readonly catches: string;
  readonly caught: Caught;
}

/** How many servers of one truth got which verdict. */
export interface Verdicts {
  readonly conformant: number;
  readonly nonConformant: number;
  readonly inconclusive: number;
}

/** How sensitive the suite is, by its own trials: what `sensitivity.json` holds. */
export interface Sensitivity
  extends Pick<Report, 'suite' | 'contract' | 'environment' | 'startedAt' | 'durationMs'> {
  /** By it the generated servers can be made again. */
  readonly seed: number;
  readonly deviations: {
    readonly total: number;
    /** Took effect, and the verdict was `non-conformant`. */
    readonly caught: number;
    /** Of those caught: the requirement that the deviation is meant to break failed first. */
    readonly inPlace: number;
    /** Took effect, and was not caught. */
    readonly survived: readonly string[];
    /** Never took effect. */
    readonly broken: readonly string[];
    /** One for each, in the order of the list of deviations. */
    readonly trials: readonly DeviationTrial[];
  };
  readonly requirements: {
    readonly total: number;
    /** Some deviation makes it fail first. */
    readonly proven: number;
    readonly unproven: readonly string[];
  };
  /** Rules without which every deviation that is caught would still be. */
  readonly deadRules: readonly string[];
  /** For each rule the deviations that survive without it. */
  readonly rules: readonly { readonly id: string; readonly survivors: readonly string[] }[];
  readonly conforming: {
    readonly total: number;
    /** Called non-conformant though they conform. */
    readonly falseAlarms: readonly string[];
    /** Could not be tested though nothing stood in the way. */
    readonly untested: readonly string[];
    /** The rate of false alarms is below this with a confidence of 95 %; 1 where nothing can be said. */
    readonly rateBelow: number;
  };
  readonly disturbed: {
    readonly total: number;
    readonly inconclusive: number;
    readonly wrong: readonly string[];
  };
  /** Truth by verdict. */
  readonly table: Readonly<Record<Truth, Verdicts>>;
}
