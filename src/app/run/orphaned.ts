import { startedBy } from '../settings/of-many.ts';
import { isFromPackageManager } from '../settings/package-manager.ts';
import { type Descent, descent, isOrphaned } from './ancestors.ts';

/** So often it is looked whether the processes above are still there, in milliseconds. */
const LOOK_MS = 250;

/** Who is called once they are not: one set for a process, in which each bundle has modules of its own. */
const CALLED = Symbol.for('modelarts-plugin-conformance.orphaned');

// Only this file writes the property.
const shared = globalThis as { [CALLED]?: Set<() => void> };

/**
 * Ends this process as SIGTERM does once one of those is gone that a package manager started it through, or the one of
 * many targets that it has one of. Package managers and their shells end at a signal and hand none on, or not that one,
 * and nobody else would end it then.
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
  const parent = startedBy();
  // It stands alone: what is above it is told of a signal, and hands it on.
  if (parent !== null) watch(calls, [{ child: process.pid, parent }]);
  else if (isFromPackageManager()) watch(calls, descent());
  return calls;
}

function watch(calls: ReadonlySet<() => void>, above: readonly Descent[]): void {
  const timer = setInterval(() => {
    if (!above.some(isOrphaned)) return;
    clearInterval(timer);
    if (calls.size === 0) process.kill(process.pid, 'SIGTERM');
    for (const call of calls) call();
  }, LOOK_MS);
  timer.unref();
}
