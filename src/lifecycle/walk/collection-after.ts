import type { Exchange } from '../../engine/model/exchange.ts';
import type { CollectionAfter } from '../../engine/model/report.ts';
import { changesIn } from '../effects/changes.ts';
import type { ReadResource } from '../effects/resource.ts';
import { poolIn } from '../effects/snapshot.ts';

/**
 * What a run left behind it. `left`: what it installed and did not see go; `item`: the name of its own. Of the others the
 * first List that was answered is compared with the last one.
 */
export function collectionAfter(
  resource: ReadResource,
  exchanges: readonly Exchange[],
  { left, item }: { readonly left: readonly string[]; readonly item: string },
): CollectionAfter {
  const first = exchanges.find((one) => poolIn(resource, one) !== null);
  const last = exchanges.findLast((one) => poolIn(resource, one) !== null);
  const before = first === undefined ? null : poolIn(resource, first);
  const after = last === undefined ? null : poolIn(resource, last);
  if (before === null || after === null || first === last) return { left, changed: null };
  const others = before.what.filter((one) => one.item !== item);
  return { left, changed: changesIn(others, { lists: [after] }, Number.POSITIVE_INFINITY).length };
}
