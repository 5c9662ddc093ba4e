import { isFromPackageManager } from '../settings/package-manager.ts';
import { descent, isOrphaned } from './ancestors.ts';

/** So often it is looked whether the processes above are still there, in milliseconds. */
const LOOK_MS = 250;

/** Who is called once they are not: one set for a process, in which each bundle has modules of its own. */
const CALLED = Symbol.for('modelarts-plugin-conformance.orphaned');

// Only this file writes the property.
const shared = globalThis as { [CALLED]?: Set<() => void> };

/**
 * Ends this process as SIGTERM does once one of those is gone that a package manager started it through. Package
 * managers and their shells end at a signal and hand none on, or not that one, and nobody else would end it then.
 */
export function endWhenOrphaned(): void {
  called();
}

/** Calls back in place of that. */
export function onOrphaned(call: () => void): void {
  called().add(call);
}

function called(): Set<() => void> {
  if (shared[CALLED] !== undefined) return shared[CALLED];
  const calls = new Set<() => void>();
  shared[CALLED] = calls;
  if (isFromPackageManager()) watch(calls);
  return calls;
}

function watch(calls: ReadonlySet<() => void>): void {
  const above = descent();
  const timer = setInterval(() => {
    if (!above.some(isOrphaned)) return;
    clearInterval(timer);
    if (calls.size === 0) process.kill(process.pid, 'SIGTERM');
    for (const call of calls) call();
  }, LOOK_MS);
  timer.unref();
}
