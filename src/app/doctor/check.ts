import type { Walk } from '../../lifecycle/walk/session.ts';

/** One thing that a run needs: what was found, and what mends it where it is not as it should be. */
export interface Check {
  readonly name: string;
  readonly found: string;
  /** Null where nothing is wrong. */
  readonly remedy: string | null;
}

/** Looks at one thing, which changes nothing; null where there is nothing of that kind to look at. */
export type Look = (walk: Walk) => Promise<Check | null>;

/** A thing that is as it should be. */
export function fine(name: string, found: string): Check {
  return { name, found, remedy: null };
}
