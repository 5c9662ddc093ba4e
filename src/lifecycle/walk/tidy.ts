import { isAccepted, isUnclear } from '../../engine/judge/body/read-answer.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { isLeaving } from '../effects/resource.ts';
import { type Leftover, leftoverOf } from '../leftovers.ts';
import { answerOf, BlockedError } from './blocked.ts';
import { foreign, isLeft, notTheOne } from './foreign.ts';
import { adopt } from './install.ts';
import { forget } from './instance.ts';
import { entriesOf, isInstance, isSurely, wasDeleted } from './list-entries.ts';
import { takeBack, takeMade } from './made.ts';
import { askPatiently, waitFor } from './patience.ts';
import { listOrBlock, show, untilAbsent } from './pool.ts';
import { isReadBack } from './read-back.ts';
import { type Session, type Walk, walkOf } from './session.ts';
import { TIDY } from './tidy-scenario.ts';
import { caught } from './walk.ts';

/** An install that nobody saw end is given so long to show, in milliseconds. */
const UNSEEN_MS = 5000;

/** A deletion that was accepted and waited for in vain is the violation that the report tells of. */
function isToRemove(left: Leftover | null): boolean {
  return left !== null && !left.wasWaitedFor;
}

/**
 * Removes what the run installed and did not delete; null where there is nothing of that kind. `scenario`: the one whose
 * next attempt it is a part of.
 */
export async function tidyUp(
  session: Session,
  scenario: string = TIDY,
  attempt = 1,
): Promise<Evidence | null> {
  if (session.plan.source === 'existing') return null;
  if (!isToRemove(leftoverOf(session.ledger.ofRun()))) return null;
  const walk = walkOf(session, scenario, { attempt, removes: true });
  const blocked = await caught(session.plan, async () => {
    const view = await find(walk);
    if (view !== null) await remove(walk, view);
  });
  return { scenario, exchanges: walk.exchanges, notes: walk.notes, withheld: [], blocked };
}

/** The instance that the ledger names, as the pool has it now; null where it is gone. Throws where another one is there. */
export async function find(walk: Walk, sweptUp: Leftover | null = null): Promise<ResourceView | null> {
  await awaitUnseen(walk);
  const { views } = await listOrBlock(walk, null);
  const [entry] = entriesOf(walk, views ?? []);
  const { view, absent } = await show(walk, 'read-back', null);
  // List may lag behind: only where Show does not have it either is there nothing to remove.
  if (entry === undefined && absent) {
    // The ledger keeps what may still come.
    if (openMs(walk) > 0)
      throw left(
        walk,
        `It is not in the ${walk.plan.words.collection}, and its install may still be under way.`,
      );
    forget(walk);
    return null;
  }
  if (view === null) throw left(walk, 'Show did not say what is there, so no DELETE was sent.');
  const seen = entry === undefined ? [view] : [view, entry];
  // Another process saw what its run had installed: only what tells it beyond doubt counts.
  // List need not tell the version and the inputs that Show does.
  const isSwept = (one: ResourceView) =>
    sweptUp === null || isLeft(one, sweptUp) || (one !== view && isSurely(one, view));
  if (sweptUp !== null && !(isLeft(view, sweptUp) && seen.every(isSwept))) {
    // Another one bears the name, so the one that the ledger knows is no longer there.
    if (sweptUp.creationTimestamp !== null && !seen.some((one) => isLeft(one, sweptUp))) forget(walk);
    throw notTheOne(walk, view, sweptUp);
  }
  adopt(walk, view);
  if (!isReadBack(walk, view) && !takeMade(walk, view)) takeBack(walk, view);
  // List may lag behind what replaced it.
  const stranger = seen.find((one) =>
    one === view ? !isReadBack(walk, one) : !isCurrent(walk, one) && !wasDeleted(walk, one),
  );
  if (stranger !== undefined) throw foreign(walk, stranger);
  return view;
}

function isCurrent({ state: { current } }: Walk, view: ResourceView): boolean {
  return current !== null && isInstance(view, current);
}

/** An install that nobody saw may still be under way: it is given time to show, and more where it was accepted. */
async function awaitUnseen(walk: Walk): Promise<void> {
  const open = openMs(walk);
  const isAccepted = leftoverOf(walk.ledger.ofRun())?.isAccepted === true;
  const limitMs = isAccepted ? open : Math.min(UNSEEN_MS, open);
  if (limitMs <= 0) return;
  const what = `to see whether \`${walk.plan.names.item}\` was installed`;
  const look = async () => ((await show(walk, 'settle', null)).absent ? null : true);
  await waitFor(walk, what, look, { limitMs });
}

/** How long an install that nobody saw may still show, in milliseconds; 0 where it was seen, or the time is over. */
function openMs({ ledger }: Walk): number {
  const left = leftoverOf(ledger.ofRun());
  if (left === null || left.wasSeen) return 0;
  return Math.max(0, Date.parse(left.at) + left.settleTimeoutMs - Date.now());
}

/** Deletes the run's instance, which was just seen, and waits until it is gone. Throws a BlockedError where it stays. */
export async function remove(walk: Walk, seen: ResourceView): Promise<void> {
  walk.voice.say(`  removing what the run installed: \`${walk.plan.names.item}\``);
  // What is on its way out was accepted: it is not asked for again.
  if (!isLeaving(walk.plan.suite.resource, seen) && !(await askForRemoval(walk))) return;
  if (!(await untilAbsent(walk, 'removed')))
    throw left(walk, 'A DELETE was sent, and Show was asked until the settle time was over.');
  forget(walk);
}

/** Sends the DELETE; false where the resource went before that. The ledger's line comes first, then the look, then the request. */
async function askForRemoval(walk: Walk): Promise<boolean> {
  const { state, ledger, plan } = walk;
  ledger.write('delete-intended', state.current ?? undefined);
  const lookAgain = async () => {
    if ((await find(walk)) === null) throw new GoneMeanwhile();
  };
  try {
    await lookAgain();
    const { operations } = plan.suite.resource;
    const asked = {
      purpose: 'remove',
      operation: operations.delete,
      method: 'DELETE',
      deletes: true,
    } as const;
    const answer = await askPatiently(
      walk,
      { ...asked, names: plan.names, probe: null },
      { before: lookAgain },
    );
    if (isAccepted(answer)) ledger.write('deleted', state.current ?? undefined);
    else if (!isUnclear(answer) && !(await show(walk, 'read-back', null)).absent) {
      throw left(walk, `A DELETE was sent. ${answerOf(plan.suite, answer)}`);
    }
    return true;
  } catch (error) {
    if (error instanceof GoneMeanwhile) return false;
    throw error;
  }
}

/** The resource went before it was asked to. */
class GoneMeanwhile extends Error {}

function left(walk: Walk, tried: string): BlockedError {
  const exchange = walk.exchanges.at(-1)?.index;
  return new BlockedError({
    cause: `What the run installed could not be removed: \`${walk.plan.names.item}\` may still be in the ${walk.plan.words.collection}.`,
    tried,
    remedy: 'Remove it with `npx --no conformance sweep`, or by hand; the ledger says what was installed.',
    endsRun: false,
    ...(exchange === undefined ? {} : { exchange }),
  });
}
