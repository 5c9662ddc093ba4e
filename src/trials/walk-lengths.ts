import type { Evidence } from '../engine/model/evidence.ts';

/** How long a walk is, by the kinds of its requests. */
export interface WalkLengths {
  readonly requests: number;
  /** GETs. */
  readonly looks: number;
  readonly installs: number;
  /** All that is neither: the DELETEs, and the methods that the path does not have. */
  readonly underTest: number;
}

/** How long a walk was, by what its scenarios recorded. */
export function lengthsOf(evidence: readonly Evidence[]): WalkLengths {
  const sent = evidence.flatMap(({ exchanges }) => exchanges);
  const looks = sent.filter(({ request }) => request.method === 'GET').length;
  const installs = sent.filter(({ purpose }) => purpose === 'install').length;
  return { requests: sent.length, looks, installs, underTest: sent.length - looks - installs };
}
