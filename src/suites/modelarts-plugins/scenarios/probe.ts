import type { Names } from '../../../engine/model/resource.ts';
import type { Probe } from '../../../engine/model/scenario.ts';
import { DELETE_PLUGIN } from '../operations.ts';

/** What a probe says of itself: the rest is the accepted DELETE, unchanged. */
type Change = Pick<Probe, 'id' | 'about' | 'title' | 'expected'> & Partial<Probe>;

/** The request that the document describes, with the one given thing changed. */
export function probe(change: Change): Probe {
  const { method = 'DELETE' } = change;
  const { operation = method === 'DELETE' ? DELETE_PLUGIN.id : null } = change;
  return { credentials: 'user', body: null, names: unchanged, ...change, method, operation };
}

function unchanged(names: Names): Names {
  return names;
}
