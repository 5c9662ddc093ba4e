import type { Probe } from '../model/scenario.ts';

/** A probe's request in words that follow an article: `DELETE without a token`. */
export function requestOf({ method, title }: Pick<Probe, 'method' | 'title'>): string {
  return `${method} ${title}`;
}
