import type { Exchange, Purpose } from '../../engine/model/exchange.ts';
import { type BlockedError, blockedBy } from './blocked.ts';
import { foreign } from './foreign.ts';
import { entriesOf, instanceOf, isInstance, type Listed, type Shown, wasDeleted } from './list-entries.ts';
import { waitFor } from './patience.ts';
import { listOrBlock, show } from './pool.ts';
import type { Walk } from './session.ts';
import { know } from './settled.ts';

/**
 * Sees to it that List and Show both deny the resource, and gives the List that does. What the run deleted may show again
 * until its settle time is over; what is there at its end is the run's own, as the state then says. Throws where it is
 * somebody else's, or where Show does not say.
 */
export async function untilDenied(walk: Walk, probe: string | null, first: Listed): Promise<Listed> {
  const { state } = walk;
  let listed = first;
  let shown = await lookAtDeleted(walk, 'read-back', listed);
  if (shown.absent && entriesOf(walk, listed.views ?? []).length === 0) return listed;
  let denials = 0;
  const look = async () => {
    listed = await listOrBlock(walk, probe);
    shown = await lookAtDeleted(walk, 'settle', listed);
    const isDenied = shown.absent && entriesOf(walk, listed.views ?? []).length === 0;
    denials = isDenied ? denials + 1 : 0;
    return denials > 1 ? true : null;
  };
  const limitMs = (state.settledBy ?? 0) - Date.now();
  const what = `until \`${walk.plan.names.item}\` is gone again`;
  if (limitMs > 0) await waitFor(walk, what, look, { limitMs, isHalf: () => denials === 1 });
  if (shown.view !== null) {
    state.current = instanceOf(shown.view);
    know(walk);
    if (walk.plan.source === 'install') walk.ledger.write('installed', state.current);
  }
  return listed;
}

/** Asks Show for the resource where this run has none, or deleted it. Throws where it, or List, has somebody else's. */
async function lookAtDeleted(walk: Walk, purpose: Purpose, { views }: Listed): Promise<Shown> {
  const { deleted } = walk.state;
  const [entry] = entriesOf(walk, views ?? []);
  if (entry !== undefined && !deleted.some((one) => isInstance(entry, one))) throw foreign(walk, entry);
  const shown = await show(walk, purpose, null);
  const { view, absent, exchange } = shown;
  if (view === null && !absent && purpose !== 'settle') throw unsaid(walk, exchange);
  if (view !== null && !wasDeleted(walk, view)) throw foreign(walk, view);
  return shown;
}

/** Show was asked, and neither gave a resource nor denied it. */
export function unsaid({ plan }: Walk, exchange: Exchange): BlockedError {
  const { item, collection } = plan.words;
  const what = `Show did not say whether the ${item} is in the ${collection}`;
  const tried = 'List did not name it, and Show was asked.';
  return blockedBy(plan.suite, exchange, what, tried, false);
}
