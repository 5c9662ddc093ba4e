import { printError } from '../terminal/print.ts';

/** What is told with a fault of the suite itself. */
export const FAULT_TEXT = 'This is a fault of the suite itself; it says nothing about the endpoint.';

/** Where the command line and Playwright's reporter meet: one process, yet each has modules of its own. */
const FAULT = Symbol.for('modelarts-plugin-conformance.fault');

// Only this file writes the property.
const shared = globalThis as { [FAULT]?: Set<string> };

/** The suite itself has failed, whatever the report says. */
export function handOverFault(): void {
  shared[FAULT] ??= new Set();
}

/** The same, told at once and each sentence once; the run goes on as far as it can. */
export function tellFault(sentence: string): void {
  handOverFault();
  if (shared[FAULT]?.has(sentence) === true) return;
  shared[FAULT]?.add(sentence);
  printError(sentence);
}

/** Whether that was handed over. */
export function hasFault(): boolean {
  return shared[FAULT] !== undefined;
}
