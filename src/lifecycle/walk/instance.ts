import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { isLeaving } from '../effects/resource.ts';
import { saysExists } from '../effects/snapshot.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { unsaid, untilDenied } from './denied.ts';
import { created, foreign } from './foreign.ts';
import { install } from './install.ts';
import { entriesOf, instanceOf, isInstance, type Listed, wasDeleted } from './list-entries.ts';
import { takeMade } from './made.ts';
import { pauseToLookAgain, waitFor } from './patience.ts';
import { list, listOrBlock, show, untilAbsent } from './pool.ts';
import type { Walk } from './session.ts';
import { know, type Use, untilAged, untilSettled } from './settled.ts';
import type { Instance } from './state.ts';

/** So often a request that had to be refused may cost an instance: on a live pool an install takes minutes. */
export const MOST_REPLACED = 3;

/**
 * Sees to it that the instance of this run stands in the pool, and gives the List that shows it.
 * Throws BlockedError where somebody else's is in the way, where it cannot be installed, or where too many went.
 */
export async function ensurePresent(walk: Walk, probe: string | null, use: Use): Promise<Listed> {
  const { state, plan } = walk;
  // Nothing is asked of an instance before its time tells it from any that is made later.
  await untilAged(walk);
  const listed = await listOrBlock(walk, probe);
  const own = await ownEntry(walk, entriesOf(walk, listed.views ?? []));
  if (own !== null && !isLeaving(plan.suite.resource, own)) return untilSettled(walk, probe, use, listed);
  if (own !== null) await waitUntilGone(walk);
  else if (state.current !== null && (await isShown(walk))) {
    return untilSettled(walk, probe, use, await untilListed(walk, probe));
  }
  if (plan.source === 'existing') {
    const { words, suite } = plan;
    throw new BlockedError({
      cause: `There is no instance of \`${plan.names.item}\` in the ${words.collection} that may be deleted.`,
      tried: `Nothing was installed: \`${suite.settings.source}\` is \`existing\`.`,
      remedy: `Install the ${words.item}, or let the suite install it with \`${suite.settings.source}=install\`.`,
      endsRun: state.current === null && state.deleted.length === 0,
      exchange: listed.exchange.index,
    });
  }
  if (state.current !== null) forget(walk);
  // What went right after a request is the judge's business; this went while nothing was sent.
  if (state.instance > state.deletions && !state.mayVanish) throw vanished(walk);
  if (use === 'refusal' && state.instance > state.before) spendReplacement(walk);
  await installAnew(walk, probe, own === null ? listed : await listOrBlock(walk, probe));
  await untilAged(walk);
  const after = await listOrBlock(walk, probe);
  // What List tells of the instance counts beside what Show does, so a List that lags behind is waited for.
  const isNamed = entriesOf(walk, after.views ?? []).length > 0;
  return untilSettled(walk, probe, use, isNamed ? after : await untilListed(walk, probe));
}

/** Installs the resource once List and Show deny it; what was deleted and is there again for good stands in its place. */
async function installAnew(walk: Walk, probe: string | null, before: Listed): Promise<void> {
  const { state } = walk;
  for (let listed = before; ; listed = await listOrBlock(walk, probe)) {
    await untilDenied(walk, probe, listed);
    if (state.current !== null) return;
    await untilAged(walk);
    const sentAt = Date.now();
    const refused = await install(walk);
    if (refused === null) return;
    const isAgain = state.deleted.length > 0 && saysExists(refused);
    if (!isAgain || sentAt >= (state.settledBy ?? 0)) {
      // Judged by what List and Show say of it now.
      if (state.deleted.length > 0) await untilDenied(walk, probe, await listOrBlock(walk, probe));
      if (state.current !== null) return;
      throw await notInstalled(walk, refused, !isAgain);
    }
    await pauseToLookAgain(walk);
  }
}

/** An install was refused; what stands in the pool nevertheless is nobody's that the run could know, and is named. */
async function notInstalled(walk: Walk, refused: Exchange, endsRun: boolean): Promise<BlockedError> {
  const error = blockedBy(
    walk.plan.suite,
    refused,
    `The ${walk.plan.words.item} could not be installed`,
    'An install was sent.',
    endsRun,
  );
  const { view } = await show(walk, 'read-back', null);
  if (view === null || wasDeleted(walk, view)) return error;
  const { cause, remedy } = error.blocked;
  return new BlockedError({
    ...error.blocked,
    lasts: true,
    cause: `${cause} An instance of it stands in the ${walk.plan.words.collection} now${created(view)}; nothing shows that it is of this run.`,
    remedy: `${remedy} \`npx --no conformance sweep --unseen\` lists what stands there.`,
  });
}

/** The instance left the pool: the ledger and the state say so. */
export function forget(walk: Walk): void {
  const { state, ledger } = walk;
  ledger.write('gone', state.current ?? undefined);
  if (state.current !== null) state.deleted.push(state.current);
  state.current = null;
}

/** The entry of the run's own instance; null where none is there, or only what was deleted before. Throws where it is somebody else's. */
async function ownEntry(walk: Walk, entries: readonly ResourceView[]): Promise<ResourceView | null> {
  const { state, plan } = walk;
  const { current } = state;
  if (current !== null) {
    const found = entries.find((entry) => isInstance(entry, current));
    if (found !== undefined) {
      learn(walk, current, found);
      return found;
    }
  } else if (plan.source === 'existing' && state.instance === 0) {
    const [given] = entries;
    if (given === undefined) return null;
    state.instance = 1;
    state.current = instanceOf(given);
    know(walk, true);
    return given;
  }
  const made = entries.find((one) => takeMade(walk, one));
  if (made !== undefined) return made;
  const [entry] = entries;
  if (entry === undefined || state.deleted.some((instance) => isInstance(entry, instance))) return null;
  throw foreign(walk, entry);
}

/** List and Show need not know the same of an instance: what either says of it is kept, in the ledger too. */
function learn(walk: Walk, current: Instance, { creationTimestamp, name }: ResourceView): void {
  const { state, ledger, plan } = walk;
  if (current.creationTimestamp !== null || creationTimestamp === null) return;
  state.current = { creationTimestamp, name: current.name ?? name };
  know(walk, true);
  if (plan.source === 'install') ledger.write('installed', state.current);
}

/** Whether Show still has the instance that List does not name. Throws where it is somebody else's, or where Show does not say. */
async function isShown(walk: Walk): Promise<boolean> {
  const { view, absent, exchange } = await show(walk, 'read-back', null);
  const { current } = walk.state;
  if (absent) return false;
  if (view === null) throw unsaid(walk, exchange);
  const isOwn = current !== null && isInstance(view, current);
  if (!isOwn && !takeMade(walk, view)) throw foreign(walk, view);
  return true;
}

/** The List that names the instance which Show has. Throws where none does within the settle time. */
async function untilListed(walk: Walk, probe: string | null): Promise<Listed> {
  const { item } = walk.plan.names;
  const listed = await waitFor(walk, `until \`${item}\` is listed`, async () => {
    const seen = await list(walk, probe);
    return (await ownEntry(walk, entriesOf(walk, seen.views ?? []))) === null ? null : seen;
  });
  if (listed !== null) return listed;
  throw new BlockedError({
    cause: `Show has the ${walk.plan.words.item} \`${item}\`, and List does not name it.`,
    tried: 'List was asked until the settle time was over.',
    remedy: 'Find out why the two do not agree.',
    endsRun: false,
  });
}

/** The instance went while nothing was sent: who removed it cannot be told. */
function vanished(walk: Walk): BlockedError {
  walk.state.deletions = walk.state.instance;
  return new BlockedError({
    cause: `The ${walk.plan.words.item} vanished after nothing but requests that had to be refused.`,
    tried: 'It was looked for by List and Show.',
    remedy: 'See whether somebody else removed it; if nobody did, a refused request deleted it late.',
    endsRun: false,
  });
}

/** An instance that is on its way out is in the way of the next. */
async function waitUntilGone(walk: Walk): Promise<void> {
  if (!(await untilAbsent(walk, 'gone'))) {
    throw new BlockedError({
      cause: `The instance stayed \`${walk.plan.suite.resource.phases.leaving}\` for the whole settle time.`,
      tried: 'Show was asked again and again.',
      remedy: `Raise \`${walk.plan.suite.settings.settleTimeout}\`, or find out why the deletion does not end.`,
      endsRun: false,
    });
  }
  forget(walk);
}

function spendReplacement(walk: Walk): void {
  walk.state.replaced += 1;
  if (walk.state.replaced > MOST_REPLACED) {
    throw new BlockedError({
      cause: `Requests that had to be refused took the ${walk.plan.words.item} away more than ${MOST_REPLACED} times.`,
      tried: `It was installed anew ${MOST_REPLACED} times.`,
      remedy: 'Mend the violations that this run reports, then run again.',
      endsRun: false,
      lasts: true,
    });
  }
}
