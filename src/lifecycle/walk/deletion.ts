import { isAccepted, isUnclear, statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import type { Probe } from '../../engine/model/scenario.ts';
import { changesIn } from '../effects/changes.ts';
import { isLeaving } from '../effects/resource.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { foreign } from './foreign.ts';
import { ensurePresent, forget } from './instance.ts';
import { entriesOf, isInstance, type Listed } from './list-entries.ts';
import { askForNeighbours, lookAfter } from './look-after.ts';
import { takeMade } from './made.ts';
import { askPatiently, pauseToLookAgain, waitFor } from './patience.ts';
import { list, show } from './pool.ts';
import { isReadBack, sinceChange } from './read-back.ts';
import { asked } from './refusal.ts';
import type { Walk } from './session.ts';

/** Deletes the instance of this run; where the answer was lost and the resource went, once more with a new one. */
export async function probeDeletion(walk: Walk, probe: Probe): Promise<void> {
  if ((await deleteInstance(walk, probe)) === 'settled') return;
  if (walk.plan.source === 'existing') return;
  walk.notes.push({
    message: `The ${walk.plan.words.item} was deleted and the answer was lost; another instance was installed to see one.`,
  });
  await deleteInstance(walk, probe);
}

/** `lost`: the resource is gone, and no whole answer said so. */
async function deleteInstance(walk: Walk, probe: Probe): Promise<'settled' | 'lost'> {
  const before = (await ensurePresent(walk, probe.id, 'deletion')).views ?? [];
  for (let repeated = false; ; repeated = true) {
    walk.ledger.write('delete-intended', walk.state.current ?? undefined);
    const seen = await readBack(walk, probe);
    // Whatever is on its way out was accepted: it is not asked for again.
    if (repeated && isLeaving(walk.plan.suite.resource, seen)) return 'settled';
    const answer = await askPatiently(
      walk,
      { ...asked(probe, walk.plan), deletes: true },
      {
        before: async () => void (await readBack(walk, probe)),
        // A try that was refused changed nothing: that is judged by what follows it at once.
        after: async (one) => {
          if (!isAccepted(one) && !isUnclear(one)) await lookAfter(walk, probe, before);
        },
      },
    );
    if (isAccepted(answer)) walk.ledger.write('deleted', walk.state.current ?? undefined);
    if (!isAccepted(answer) && !isUnclear(answer)) {
      // Where it goes all the same, the judge has seen the look that followed.
      walk.state.mayVanish = true;
      return 'settled';
    }
    const end = await settle(walk, probe, before);
    if (isAccepted(answer) && end !== 'gone') walk.ledger.write('not-gone', walk.state.current ?? undefined);
    if (isAccepted(answer)) return 'settled';
    if (end === 'gone') return statusOfAnswer(answer) === null ? 'lost' : 'settled';
    if (end === 'deleting' || repeated) return 'settled';
    walk.notes.push({
      message: 'A DELETE got no clear answer and changed nothing; it was sent once more.',
      exchange: answer.index,
    });
  }
}

/** Looks at the instance just before it is deleted, and gives it. Throws where it is not the one of this run. */
async function readBack(walk: Walk, probe: Probe): Promise<ResourceView> {
  const { state } = walk;
  // Of the two List alone tells its time.
  if (state.timeByList && !sinceChange(walk).some((one) => one.purpose === 'list'))
    await list(walk, probe.id);
  const { view, exchange } = await show(walk, 'read-back', probe.id);
  const { current } = state;
  if (view === null || current === null) {
    throw blockedBy(
      walk.plan.suite,
      exchange,
      `The ${walk.plan.words.item} could not be read back before its deletion`,
      'Show was asked; no DELETE was sent.',
      false,
    );
  }
  if (!isReadBack(walk, view) && !takeMade(walk, view)) throw foreign(walk, view);
  // From now on Show has to tell the time as well.
  if (view.creationTimestamp !== null) state.timeByList = false;
  return view;
}

/**
 * Asks Show, and List once Show denies the resource, until both have denied it twice in a row, or the settle time is
 * over; then looks at the neighbours that List does not name as they were.
 */
async function settle(
  walk: Walk,
  probe: Probe,
  before: readonly ResourceView[],
): Promise<'gone' | 'deleting' | 'there'> {
  const { state, plan } = walk;
  const { current } = state;
  let deleting = false;
  let denials = 0;
  const lists: { readonly listed: Listed; readonly names: boolean }[] = [];
  state.settledBy = Date.now() + plan.settleTimeoutMs;
  const askList = async () => {
    const listed = await list(walk, probe.id);
    const names = entriesOf(walk, listed.views ?? []).some(
      (entry) => current === null || isInstance(entry, current),
    );
    if (listed.views !== null) lists.push({ listed, names });
  };
  const leftOutTwice = () => lists.length > 1 && lists.slice(-2).every(({ names }) => !names);
  const look = async () => {
    const { view, absent, exchange } = await show(walk, 'settle', probe.id);
    if (view !== null) deleting = isLeaving(plan.suite.resource, view);
    if (view !== null && current !== null && !isInstance(view, current)) {
      throw new BlockedError({ ...foreign(walk, view).blocked, exchange: exchange.index });
    }
    denials = absent ? denials + 1 : 0;
    if (absent) await askList();
    return denials > 1 && leftOutTwice() ? true : null;
  };
  const isHalf = () => denials === 1 || (denials > 0 && lists.at(-1)?.names === false && !leftOutTwice());
  await waitFor(walk, `until \`${plan.names.item}\` is gone`, look, { isHalf });
  const isGone = denials > 1;
  if (isGone) {
    forget(walk);
    state.deletions = state.instance;
  } else {
    await askList();
  }
  await lookAtNeighbours(walk, probe, before, lists, askList);
  if (isGone) return 'gone';
  return deleting ? 'deleting' : 'there';
}

/** What the first List that counts does not name as it was is looked at again. */
async function lookAtNeighbours(
  walk: Walk,
  probe: Probe,
  before: readonly ResourceView[],
  lists: readonly { readonly listed: Listed; readonly names: boolean }[],
  askList: () => Promise<void>,
): Promise<void> {
  const others = before.filter(({ item }) => item !== walk.plan.names.item);
  const at = lists.findIndex(({ names }) => !names);
  const first = (at === -1 ? lists.at(-1) : lists[at])?.listed;
  if (first?.views == null) return;
  const seen = { exchange: first.exchange, what: first.views };
  const isLeftOut = at !== -1 && lists.length === at + 1;
  if (changesIn(others, { lists: [seen] }).length === 0 && !isLeftOut) return;
  const known = at === -1 ? undefined : lists[at + 1];
  if (known === undefined) {
    await pauseToLookAgain(walk);
    await askList();
  }
  const second = (known ?? lists.at(-1))?.listed;
  if (second !== undefined && second !== first) await askForNeighbours(walk, probe, others, [first, second]);
}
