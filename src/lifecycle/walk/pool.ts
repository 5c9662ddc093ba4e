import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Purpose } from '../../engine/model/exchange.ts';
import type { Names } from '../../engine/model/resource.ts';
import { saysGone } from '../effects/resource.ts';
import { shownIn } from '../effects/snapshot.ts';
import { ask } from './ask.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { type Listed, readList, type Shown } from './list-entries.ts';
import { mockInstead } from './mock-name.ts';
import { askPatiently, waitFor } from './patience.ts';
import { timesSent } from './retry.ts';
import type { Walk } from './session.ts';

/** Lists the pool; trouble on the way is met with patience. */
export async function list(walk: Walk, probe: string | null): Promise<Listed> {
  const exchange = await askPatiently(walk, {
    purpose: 'list',
    operation: walk.plan.suite.resource.operations.list,
    method: 'GET',
    names: walk.plan.names,
    probe,
  });
  const listed = readList(walk, exchange);
  if (listed.views !== null) walk.state.listed = true;
  return listed;
}

/** Shows one resource. */
export async function show(
  walk: Walk,
  purpose: Purpose,
  probe: string | null,
  names: Names = walk.plan.names,
): Promise<Shown> {
  const { resource } = walk.plan.suite;
  const asked = { purpose, operation: resource.operations.show, method: 'GET', names, probe } as const;
  // A wait asks again anyway.
  const exchange = await (purpose === 'settle' ? ask : askPatiently)(walk, asked);
  const absent = saysGone(resource, statusOfAnswer(exchange));
  return { exchange, view: shownIn(resource, exchange), absent };
}

/** Asks Show until it says that the resource is not there, within the settle time; false where the time is over. */
export async function untilAbsent(walk: Walk, what: string): Promise<boolean> {
  const { item } = walk.plan.names;
  const look = async () => ((await show(walk, 'settle', null)).absent ? true : null);
  return (await waitFor(walk, `until \`${item}\` is ${what}`, look)) !== null;
}

/**
 * Lists the pool; throws BlockedError where that cannot be done, for the whole run where it never could, or where a mock
 * answers the first List of a run that was to be live.
 */
export async function listOrBlock(walk: Walk, probe: string | null): Promise<Listed> {
  const first = !walk.state.listed;
  const listed = await list(walk, probe);
  const mock = first && walk.plan.live ? mockInstead(walk.plan.suite.settings, listed.exchange) : null;
  if (mock !== null) throw new BlockedError(mock);
  if (listed.views !== null) return listed;
  throw blockedBy(
    walk.plan.suite,
    listed.exchange,
    `The ${walk.plan.words.collection} could not be listed${first ? ' at all' : ''}`,
    timesSent('A List', walk.exchanges),
    first,
  );
}
