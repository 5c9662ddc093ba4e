import type { Evidence } from '../model/evidence.ts';
import { isAccepted, isUnclear } from './answer.ts';
import { BlockedError } from './blocked.ts';
import { foreign, forget, listOrBlock } from './instance.ts';
import { entriesOf, instanceOf, isInstance, show, untilAbsent } from './pool.ts';
import { askPatiently, type Session, type Walk, walkOf } from './session.ts';
import { caught } from './walk.ts';

/** The scenario name of what is sent after the last one. */
export const TIDY = 'tidy-up';

/** Removes what the run installed and did not delete; null where there is nothing of that kind. */
export async function tidyUp(session: Session): Promise<Evidence | null> {
  if (session.plan.pluginSource === 'existing') return null;
  const entries = session.ledger.ofRun();
  const from = entries.findLastIndex(({ event }) => event === 'install-intended');
  // A deletion that was accepted is on its way, or is the violation that the report tells of.
  const over = entries.slice(from).some(({ event }) => event === 'deleted' || event === 'gone');
  if (from === -1 || over) return null;
  const walk = walkOf(session, TIDY);
  const blocked = await caught(() => remove(walk));
  return { scenario: TIDY, exchanges: walk.exchanges, notes: walk.notes, blocked };
}

async function remove(walk: Walk): Promise<void> {
  const { state, ledger, plan } = walk;
  const { plugins } = await listOrBlock(walk, null);
  const [entry] = entriesOf(walk, plugins ?? []);
  const { plugin, absent } = await show(walk, 'read-back', null);
  // List may lag behind: only where Show does not have it either is there nothing to remove.
  if (entry === undefined && absent) {
    forget(walk);
    return;
  }
  // The run ended before it saw what it had installed: the pool did not have it before the install was sent.
  if (plugin === null) throw left(walk, walk.exchanges.at(-1)?.index ?? 0);
  state.current ??= instanceOf(plugin);
  for (const seen of entry === undefined ? [plugin] : [plugin, entry]) {
    if (!isInstance(seen, state.current)) throw foreign(walk, seen);
  }
  walk.say(`  removing what the run installed: \`${plan.names.templateName}\``);
  ledger.write('delete-intended', state.current);
  const answer = await askPatiently(walk, {
    purpose: 'remove',
    operation: 'DeletePlugin',
    method: 'DELETE',
    names: plan.names,
    probe: null,
  });
  if (isAccepted(answer)) ledger.write('deleted', state.current);
  else if (!isUnclear(answer)) throw left(walk, answer.index);
  if (!(await untilAbsent(walk, 'removed'))) throw left(walk, answer.index);
  forget(walk);
}

function left(walk: Walk, exchange: number): BlockedError {
  return new BlockedError({
    cause: `What the run installed could not be removed: \`${walk.plan.names.templateName}\` is still in the pool.`,
    tried: 'A DELETE was sent.',
    remedy: 'Remove it by hand; the ledger says what was installed.',
    endsRun: false,
    exchange,
  });
}
