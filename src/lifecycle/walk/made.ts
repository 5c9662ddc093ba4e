import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import type { Probe } from '../../engine/model/scenario.ts';
import { isMadeBy, replacementIn } from '../leftovers.ts';
import { believed, dateOf } from './answer.ts';
import { entriesOf, instanceOf, isSurely, isUnderWay, wasDeleted } from './list-entries.ts';
import { waitFor } from './patience.ts';
import { show } from './pool.ts';
import type { Walk } from './session.ts';
import { know } from './settled.ts';

/**
 * Writes down, and says, that a PUT or a POST was answered 2xx, whole or not, and so may have put another instance in the
 * place of the run's own, the only one of its template in the List before.
 */
export function noteMade(
  walk: Walk,
  { method }: Probe,
  answer: Exchange,
  before: readonly ResourceView[],
): boolean {
  const status = answer.response?.status ?? 0;
  if (method === 'DELETE' || status < 200 || status >= 300 || entriesOf(walk, before).length > 1)
    return false;
  walk.ledger.mayBeReplaced({
    since: sentAt(walk, answer),
    settleTimeoutMs: walk.plan.settleTimeoutMs,
  });
  return true;
}

/** Waits until what a PUT or a POST may have made is ready, as after an install. */
export async function untilReady(walk: Walk): Promise<void> {
  const what = `to see what became of \`${walk.plan.names.item}\``;
  await waitFor(walk, what, async () => {
    const { view } = await show(walk, 'settle', null);
    return view !== null && isUnderWay(walk, view) ? null : true;
  });
}

/** Takes a resource for the run's own where it is what a PUT or a POST made in the place of that; false where it is not. */
export function takeMade(walk: Walk, view: ResourceView): boolean {
  const { state, ledger } = walk;
  const by = replacementIn(ledger.ofRun());
  const name = state.current?.name ?? null;
  if (by === null || (view.name !== null && name !== null && view.name !== name)) return false;
  const isEarlier = [state.current, ...state.deleted].some((one) => one !== null && isSurely(view, one));
  if (isEarlier || !isMadeBy(view.creationTimestamp, by)) return false;
  take(walk, view);
  return true;
}

/** The same for one of the run's own that was thought to be gone, beside which a POST had made another. */
export function takeBack(walk: Walk, view: ResourceView): boolean {
  if (replacementIn(walk.ledger.ofRun()) === null || !wasDeleted(walk, view)) return false;
  take(walk, view);
  return true;
}

function take(walk: Walk, view: ResourceView): void {
  const { state, ledger, plan } = walk;
  if (state.current !== null) {
    ledger.write('gone', state.current);
    state.deleted.push(state.current);
  }
  state.current = instanceOf(view);
  know(walk);
  // What is asked from here on meets another instance.
  state.instance += 1;
  state.deletions = state.instance - 1;
  if (plan.source === 'install') ledger.write('installed', state.current);
}

/** When a request was sent, by the target's clock: RFC 3339. The own one where that is unknown, or far off. */
function sentAt({ exchanges }: Walk, { index, startedAt }: Exchange): string {
  const before = exchanges.filter((one) => one.index < index).map(dateOf);
  const date = before.findLast((one) => one !== null) ?? null;
  return believed(date, startedAt);
}
