import { EXIT } from '../../engine/model/verdict.ts';
import { printError } from '../terminal/print.ts';
import { onOrphaned } from './orphaned.ts';

/** Signals within this time are one: a Ctrl-C reaches npm and its child, and npm hands it on. */
const SAME_SIGNAL_MS = 500;

/** What is said on the first signal of a run. */
export const REMOVING = 'Interrupted: removing what was installed; a second Ctrl-C ends at once.';

/**
 * Calls back on the first SIGINT, SIGTERM or SIGHUP, or once whoever started this process through a package manager is
 * gone, and says so. The same signal again ends the process at once. Another one does not: a service that cancels a job
 * sends SIGINT, then SIGTERM, and would not wait if it were in a hurry.
 */
export function onInterrupt(first: (signal: NodeJS.Signals) => void, message: string): void {
  let at: number | null = null;
  const seen = new Set<NodeJS.Signals>();
  const begin = (signal: NodeJS.Signals) => {
    if (at !== null) return;
    at = performance.now();
    printError(message);
    first(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (at !== null && performance.now() - at <= SAME_SIGNAL_MS) return;
      if (seen.has(signal)) process.exit(EXIT.interrupted);
      seen.add(signal);
      begin(signal);
      at = performance.now();
    });
  }
  onOrphaned(() => begin('SIGTERM'));
}
