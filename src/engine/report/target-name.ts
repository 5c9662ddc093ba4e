import type { Target } from '../model/report.ts';
import { shownText } from './inert.ts';

/** What was tested, as reports are named by it: `groceries in kitchen at notes.example.com`. */
export function targetName({
  item,
  collection,
  endpoint,
}: Pick<Target, 'item' | 'collection' | 'endpoint'>): string {
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
  return shownText(`${item} in ${collection} at ${host}`);
}
