import type { ResourceWords } from '../../engine/model/resource.ts';
import { type CollectionNames, collectionPlace } from '../locks/places.ts';
import { lockPool, takenBy } from '../locks/run-locks.ts';
import { holderOf } from '../locks/take.ts';
import { BlockedError } from './blocked.ts';

/** How a pool's lock is had. */
export interface Having {
  readonly words: ResourceWords;
  readonly say: (message: string) => void;
  /** True where nothing is changed: then it is enough that nobody else has it. */
  readonly onlyLook: boolean;
}

/** Does something while this process has a pool's lock. Throws a BlockedError where a run has it. */
export async function whileOurs(
  pool: CollectionNames,
  { words, say, onlyLook }: Having,
  doIt: () => Promise<void>,
): Promise<void> {
  const taken = onlyLook ? { holder: holderOf(collectionPlace(pool)) } : await lockPool(pool, say);
  if ('holder' in taken && taken.holder !== null) throw new BlockedError(takenBy(taken.holder, words));
  try {
    await doIt();
  } finally {
    if ('lock' in taken) taken.lock.release();
  }
}
