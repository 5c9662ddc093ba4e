import type { Names } from '../../../engine/model/resource.ts';
import type { Probe } from '../../../engine/model/scenario.ts';

/** What a probe says of itself: the rest is the accepted DELETE, unchanged. */
type Change = Pick<Probe, 'id' | 'about' | 'title' | 'expected'> & Partial<Omit<Probe, 'operation'>>;

/** The request that the document describes, with the one given thing changed. */
export function probe(change: Change): Probe {
  const { method = 'DELETE' } = change;
  // The path documents no other method.
  const operation = method === 'DELETE' ? 'DeletePlugin' : null;
  return { credentials: 'user', body: null, names: unchanged, ...change, method, operation };
}

function unchanged(names: Names): Names {
  return names;
}
