import { sameInstant } from '../../engine/contract/date-time.ts';
import { sameJson } from '../../engine/judge/body/same-json.ts';
import type { ResourceView } from '../../engine/model/resource.ts';

/** As many entries of one name as are compared each with each; beyond that the order decides. */
const MOST_OF_A_NAME = 100;

/**
 * The entries of an earlier List that no later one equals, each with the one that it is paired with, or null: Lists are
 * multisets, in which equal entries go together first, then those of equal name and time, then those of equal name.
 */
export function unequalIn(
  before: readonly ResourceView[],
  after: readonly ResourceView[],
): ReadonlyMap<ResourceView, ResourceView | null> {
  const unequal = new Map<ResourceView, ResourceView | null>();
  if (before === after) return unequal;
  const later = byName(after);
  for (const [name, entries] of byName(before)) pairGroup(entries, later.get(name) ?? [], unequal);
  return unequal;
}

function byName(views: readonly ResourceView[]): ReadonlyMap<string, ResourceView[]> {
  const groups = new Map<string, ResourceView[]>();
  for (const view of views) {
    const { name, item } = view;
    const key = JSON.stringify(name === null ? [null, item] : [name]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [view]);
    else group.push(view);
  }
  return groups;
}

type Likeness = (one: ResourceView, other: ResourceView) => boolean;

const equal: Likeness = (one, other) =>
  one === other || (sameTime(one, other) && sameJson(one.spec, other.spec));

function sameTime(one: ResourceView, other: ResourceView): boolean {
  return sameInstant(one.creationTimestamp, other.creationTimestamp);
}

function pairGroup(
  before: readonly ResourceView[],
  after: readonly ResourceView[],
  unequal: Map<ResourceView, ResourceView | null>,
): void {
  const free = new Set(after);
  const taken = new Set<ResourceView>();
  const take = (one: ResourceView, other: ResourceView) => {
    taken.add(one);
    free.delete(other);
  };
  // Most stand where they stood.
  before.forEach((one, at) => {
    const other = after[at];
    if (other !== undefined && equal(one, other)) take(one, other);
  });
  const left = before.filter((one) => !taken.has(one));
  for (const alike of [equal, sameTime]) {
    for (const one of left.slice(0, MOST_OF_A_NAME)) {
      const other = taken.has(one) ? undefined : firstOf(free, (candidate) => alike(one, candidate));
      if (other === undefined) continue;
      take(one, other);
      if (alike !== equal) unequal.set(one, other);
    }
  }
  const rest = free.values();
  for (const one of left) if (!taken.has(one)) unequal.set(one, rest.next().value ?? null);
}

function firstOf(
  free: ReadonlySet<ResourceView>,
  isWanted: (candidate: ResourceView) => boolean,
): ResourceView | undefined {
  let looked = 0;
  for (const candidate of free) {
    if (isWanted(candidate)) return candidate;
    looked += 1;
    if (looked === MOST_OF_A_NAME) break;
  }
  return undefined;
}
