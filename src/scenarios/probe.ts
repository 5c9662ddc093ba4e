import type { Names, Probe } from '../model/scenario.ts';

/** What a probe says of itself: the rest is the accepted DELETE, unchanged. */
type Change = Pick<Probe, 'id' | 'requirement' | 'title' | 'row'> & Partial<Probe>;

/** The request that the document describes, with the one given thing changed. */
export function probe(change: Change): Probe {
  return { method: 'DELETE', credentials: 'user', body: null, names: unchanged, ...change };
}

/** A probe's request in words that follow an article: `DELETE without a token`. */
export function requestOf({ method, title }: Pick<Probe, 'method' | 'title'>): string {
  return `${method} ${title}`;
}

function unchanged(names: Names): Names {
  return names;
}
