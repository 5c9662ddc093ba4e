/** As many of the things that are wrong with a file as are told. */
const MOST = 50;

/** Says why waivers cannot be used: a sentence for each thing that is wrong, in the order of the file. */
export class WaiversError extends Error {
  override readonly name = 'WaiversError';
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    const left = problems.length - MOST;
    const told = left > 0 ? [...problems.slice(0, MOST), `${left} more are wrong there.`] : problems;
    super(told.join('\n'));
    this.problems = told;
  }
}
