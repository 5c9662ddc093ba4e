import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

/**
 * Frees what is no longer used. Left alone, Node does so only once a process has grown by some hundred megabytes: what a
 * large body left behind would stand beside the next one.
 */
export function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    // The flag gives this function to contexts that are made from then on.
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
    growSlowly();
  }
  collect();
}

/** From now on memory grows by no more than a quarter of what is in use before Node looks for what is not. */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
