/** Where the command line and Playwright's reporter meet: one process, yet each has modules of its own. */
const FAULT = Symbol.for('modelarts-plugin-conformance.fault');

// Only this file writes the property.
const shared = globalThis as { [FAULT]?: true };

/** The suite itself has failed, whatever the report says. */
export function handOverFault(): void {
  shared[FAULT] = true;
}

/** Whether that was handed over. */
export function hasFault(): boolean {
  return shared[FAULT] === true;
}
