/** A violation that somebody answers for, until a day. Days are written `YYYY-MM-DD`. */
export interface Waiver {
  readonly requirement: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until: string;
  readonly approvedBy: string;
  /** The host of the one target that it holds for; any target where it is left out. */
  readonly scope?: string;
  /** The name of the one collection that it holds for; any collection where it is left out. */
  readonly pool?: string;
  /** Of the findings that it covers; all findings of the requirement where it is left out. */
  readonly fingerprints?: readonly string[];
  /** Where more is said of it. */
  readonly ticket?: string;
  /** The day on which it was first granted: it holds from then on. */
  readonly since?: string;
}

/** The waivers of a run's target that its reader should look after. */
export interface WaiversToLookAfter {
  /** Not applied: their day is over. */
  readonly expired: readonly Waiver[];
  /** Not applied: their day has not come. */
  readonly notYet: readonly Waiver[];
  /** Not needed: what they waive was looked for in this run, and not found. */
  readonly stale: readonly Waiver[];
  /** Applied, and for a few days more. */
  readonly expiring: readonly Waiver[];
}
