import { EXIT } from '../model/verdict.ts';

/** Two signals within this time are one: a Ctrl-C reaches npm and its child, and npm hands it on. */
const SAME_SIGNAL_MS = 500;

/** What is said on the first signal of a run. */
export const REMOVING = 'Interrupted: removing what was installed; a second signal ends at once.';

/** Calls back on the first SIGINT, SIGTERM or SIGHUP and says so; a second one ends the process at once. */
export function onInterrupt(first: (signal: NodeJS.Signals) => void, message: string): void {
  let at: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (at === null) {
        at = performance.now();
        console.error(message);
        first(signal);
      } else if (performance.now() - at > SAME_SIGNAL_MS) {
        process.exit(EXIT.interrupted);
      }
    });
  }
}
