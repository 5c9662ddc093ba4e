import type { Segment } from './url-segments.ts';
import { shownValue } from './values.ts';

/**
 * That an endpoint holds what every request appends to it, from a segment of its path on, in words that follow the
 * setting; null where there is no such segment.
 */
export function surplusFrom(endpoint: string, segment: Segment | undefined, appended: string): string | null {
  if (segment === undefined) return null;
  const bare = endpoint.slice(0, segment.at).replace(/(?:\/|%(?:25)*2f)+$/i, '');
  return `is ${shownValue(endpoint)}, and requests append \`${appended}\` to it; right would be \`${bare}\``;
}
