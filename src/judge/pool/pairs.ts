import { sameInstant } from '../../contract/date-time.ts';
import type { PluginView } from '../../contract/plugin.ts';
import { sameJson } from '../answer/same-json.ts';

/** As many entries of one name as are compared each with each; beyond that the order decides. */
const MOST_OF_A_NAME = 100;

/**
 * Pairs the entries of an earlier List with those of a later one, as multisets: equal ones first, then those of equal
 * name and time, then those of equal name. An entry that has none to go with is mapped to null.
 */
export function paired(
  before: readonly PluginView[],
  after: readonly PluginView[],
): ReadonlyMap<PluginView, PluginView | null> {
  const pairs = new Map<PluginView, PluginView | null>();
  const later = byName(after);
  for (const [name, entries] of byName(before)) pairGroup(entries, later.get(name) ?? [], pairs);
  return pairs;
}

function byName(plugins: readonly PluginView[]): ReadonlyMap<string, PluginView[]> {
  const groups = new Map<string, PluginView[]>();
  for (const plugin of plugins) {
    const { name, templateName } = plugin;
    const key = JSON.stringify(name === null ? [null, templateName] : [name]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [plugin]);
    else group.push(plugin);
  }
  return groups;
}

type Likeness = (one: PluginView, other: PluginView) => boolean;

const equal: Likeness = (one, other) => sameTime(one, other) && sameJson(one.spec, other.spec);

const ofOneTime: Likeness = (one, other) => sameTime(one, other);

/** From the most alike to the least. */
const LIKENESSES: readonly Likeness[] = [equal, ofOneTime, () => true];

function sameTime(one: PluginView, other: PluginView): boolean {
  return sameInstant(one.creationTimestamp, other.creationTimestamp);
}

function pairGroup(
  before: readonly PluginView[],
  after: readonly PluginView[],
  pairs: Map<PluginView, PluginView | null>,
): void {
  const free = new Set(after);
  // Most stand where they stood.
  const left = before.filter((one, at) => {
    const other = after[at];
    if (other === undefined || !equal(one, other)) return true;
    pairs.set(one, other);
    free.delete(other);
    return false;
  });
  for (const alike of LIKENESSES) {
    for (const one of left.slice(0, MOST_OF_A_NAME)) {
      const other = pairs.has(one) ? undefined : firstOf(free, (candidate) => alike(one, candidate));
      if (other === undefined) continue;
      pairs.set(one, other);
      free.delete(other);
    }
  }
  const rest = free.values();
  for (const one of left) {
    if (!pairs.has(one)) pairs.set(one, rest.next().value ?? null);
  }
}

function firstOf(
  free: ReadonlySet<PluginView>,
  isWanted: (candidate: PluginView) => boolean,
): PluginView | undefined {
  let looked = 0;
  for (const candidate of free) {
    if (isWanted(candidate)) return candidate;
    looked += 1;
    if (looked === MOST_OF_A_NAME) break;
  }
  return undefined;
}
