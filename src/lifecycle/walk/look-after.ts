import type { ResourceView } from '../../engine/model/resource.ts';
import type { Probe } from '../../engine/model/scenario.ts';
import { changesIn, isUnsure, type Later } from '../effects/changes.ts';
import { nameProblem } from '../settings/values.ts';
import { entriesOf, type Listed } from './list-entries.ts';
import { pauseToLookAgain } from './patience.ts';
import { list, show } from './pool.ts';
import { isTakenForOwn } from './read-back.ts';
import type { Walk } from './session.ts';

/** Of so many neighbours at most Show is asked what became of them. */
const MOST_SHOWN = 3;

/**
 * Looks at the pool and at the suite's own instance just after a try that had to change nothing, and again where it
 * seems to have changed something. Gives the last List.
 */
export async function lookAfter(walk: Walk, probe: Probe, before: readonly ResourceView[]): Promise<Listed> {
  const first = await list(walk, probe.id);
  const shown = await show(walk, 'look', probe.id);
  const wasThere = entriesOf(walk, before).length > 0;
  const isMissing = wasThere && shown.absent;
  const { exchange, views: what } = first;
  const isChanged = what !== null && changesIn(before, { lists: [{ exchange, what }] }).length > 0;
  if (!isMissing && !isChanged) return first;
  await pauseToLookAgain(walk);
  const second = await list(walk, probe.id);
  if (isMissing) await show(walk, 'look', probe.id);
  await askForNeighbours(walk, probe, before, [first, second]);
  // Where it went all the same, the judge has seen what followed.
  if (isMissing || (wasThere && entriesOf(walk, second.views ?? []).length === 0))
    walk.state.mayVanish = true;
  return second;
}

/** Asks Show for the neighbours that two Lists in a row do not name as they were. */
export async function askForNeighbours(
  walk: Walk,
  probe: Probe,
  before: readonly ResourceView[],
  [first, second]: readonly [Listed, Listed],
): Promise<void> {
  if (first.views === null || second.views === null) return;
  const lists: Later['lists'] = [
    { exchange: first.exchange, what: first.views },
    { exchange: second.exchange, what: second.views },
  ];
  const unsure = changesIn(before, { lists }).filter(isUnsure);
  const others = unsure.flatMap(({ was }) => was.item ?? []).filter((name) => name !== walk.plan.names.item);
  const names = [...new Set(others)]
    .filter(canBeShown)
    .map((item) => ({ ...walk.plan.names, item }))
    .filter((one) => !isTakenForOwn(walk, one));
  for (const one of names.slice(0, MOST_SHOWN)) await show(walk, 'look', probe.id, one);
}

/** Whether a name is one that a setting might bear: no other is put into a path. */
function canBeShown(name: string): boolean {
  return name !== '' && nameProblem(name) === null && !/\p{Surrogate}/u.test(name);
}
