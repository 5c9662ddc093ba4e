import { sameInstant } from '../../engine/contract/date-time.ts';
import type { ResourceView } from '../../engine/model/resource.ts';

/** What tells an instance from another of its name, as far as it is known. */
export type Known = Pick<ResourceView, 'name' | 'creationTimestamp' | 'uids'>;

/**
 * What two looks say of whether they saw one instance. `open`: by what is known they may have. Names and times decide;
 * where the times are equal, and another instance may bear the same, the `uid`s of equal resources do.
 */
export type Sameness = 'same' | 'another' | 'open';

/** Whether nothing that is known of two tells them apart: unknown names and times do not. */
export function mayBeSame(one: Known, other: Known): boolean {
  const names = one.name === null || other.name === null || one.name === other.name;
  const [a, b] = [one.creationTimestamp, other.creationTimestamp];
  return names && (a === null || b === null || sameInstant(a, b));
}

/** Whether two are one beyond doubt, as far as names and times decide: both times are known, and equal. */
export function isSurely(one: Known, other: Known): boolean {
  return one.creationTimestamp !== null && other.creationTimestamp !== null && mayBeSame(one, other);
}

/**
 * Whether two looks saw one instance. `mayRecur`: another one may bear the time of the first; `isBetween`: an install of
 * the suite lies between the looks.
 */
export function sameness(
  first: Known,
  later: Known,
  { mayRecur, isBetween }: { readonly mayRecur: boolean; readonly isBetween: boolean },
): Sameness {
  if (!mayBeSame(first, later)) return 'another';
  if (first.creationTimestamp === null || later.creationTimestamp === null) return 'open';
  if (mayRecur || isBetween) {
    const shared = sharedUids(first, later);
    if (shared !== null) return shared ? 'same' : 'another';
  }
  return mayRecur ? 'open' : 'same';
}

/** Whether resources of equal kind, namespace and name have a `uid` in common; null where none can be compared. */
function sharedUids({ uids: one }: Known, { uids: other }: Known): boolean | null {
  const keys = [...(one?.keys() ?? [])].filter((key) => other?.has(key));
  return keys.length === 0 ? null : keys.some((key) => one?.get(key) === other?.get(key));
}
