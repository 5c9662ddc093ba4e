import type { Target } from '../model/report.ts';
import { shownText } from './inert.ts';

/** What is tested, as a suite of tests is named after it: `ITEM in COLLECTION at HOST`. */
export function targetName({
  item,
  collection,
  endpoint,
}: Pick<Target, 'item' | 'collection' | 'endpoint'>): string {
  return `${shownText(item)} in ${shownText(collection)} at ${shownText(new URL(endpoint).host)}`;
}
