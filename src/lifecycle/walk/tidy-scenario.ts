/** The scenario name of what is sent after the last one. */
export const TIDY = 'tidy-up';

/** The same of what `sweep` sends. */
export const SWEEP = 'sweep';

/** Whether all that is done is to remove what a run installed. */
export function onlyRemoves(scenario: string): boolean {
  return scenario === TIDY || scenario === SWEEP;
}
