import { setImmediate } from 'node:timers/promises';

/** Signals and timers wait at most so long for work that takes many steps, in milliseconds. */
const LONGEST_STEP = 40;

/** To be awaited after each step of long work: lets signals and timers have their turn when they have waited long enough. */
export function openPauses(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < LONGEST_STEP) return;
    // The first may come before timers and input are looked at, the second never does.
    await setImmediate();
    await setImmediate();
    begun = performance.now();
  };
}
