import { closest, distance } from 'fastest-levenshtein';

/** The known name that takes the fewest changes to get to. */
export function nearestOf(found: string, known: readonly string[]): string {
  return closest(found, known);
}

/** `; did you mean …?` where a known name is near, else nothing. */
export function didYouMean(found: string, known: readonly string[]): string {
  const nearest = known.length === 0 ? null : closest(found, known);
  return nearest === null || distance(found, nearest) > Math.max(3, found.length / 3)
    ? ''
    : `; did you mean \`${nearest}\`?`;
}
