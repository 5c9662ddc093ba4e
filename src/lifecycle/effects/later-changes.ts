import type { Evidence, Note } from '../../engine/model/evidence.ts';
import { changesIn, described } from './changes.ts';
import { isDeletion } from './lost-answer.ts';
import type { LifecycleSuite } from './resource.ts';
import { poolIn } from './snapshot.ts';

/** As many neighbours as are told. */
const MOST = 3;

/** What became of neighbours after the last deletion: other people's business, and worth a note. */
export function laterChanges(
  suite: Pick<LifecycleSuite, 'scenarios' | 'resource'>,
  evidence: readonly Evidence[],
  itemName: string,
): readonly Note[] {
  const exchanges = evidence.flatMap((one) => one.exchanges);
  const last = exchanges.findLast((one) => isDeletion(suite, one));
  const own = exchanges.filter(({ probe, index }) => probe === last?.probe && index > (last?.index ?? 0));
  const before = own.map((one) => poolIn(suite.resource, one)).findLast((pool) => pool !== null);
  const now = exchanges.map((one) => poolIn(suite.resource, one)).findLast((pool) => pool !== null);
  if (before == null || now == null || now === before) return [];
  const others = before.what.filter((one) => one.item !== itemName);
  const { item, collection } = suite.resource.words;
  return changesIn(others, { lists: [now] })
    .slice(0, MOST)
    .map(({ was }) => ({
      message: `After the last deletion another ${item} of the ${collection} changed, which is other people's business: ${described(was)}.`,
      exchange: now.exchange.index,
    }));
}
