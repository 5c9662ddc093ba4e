/** The sums that a run leaves of its files: `sums.json`. */
export interface Sums {
  readonly formatVersion: 1;
  /** The run's id. */
  readonly run: string;
  /** By their paths below the reports directory. */
  readonly files: readonly SumOfFile[];
}

/** The sum of a file. */
export interface SumOfFile {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}
