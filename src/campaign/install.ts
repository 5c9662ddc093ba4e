import type { PluginView } from '../contract/plugin.ts';
import type { Exchange } from '../model/exchange.ts';
import { createBody } from '../scenarios/create-body.ts';
import type { Intent } from '../target/ledger.ts';
import { isOlder, leftoverOf, wasCreatedWithin } from '../target/leftovers.ts';
import { believed, dateOf, isAccepted, isUnclear, statusOf } from './answer.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { foreign } from './foreign.ts';
import { askPatiently, waitFor } from './patience.ts';
import { show } from './pool.ts';
import { entriesOf, instanceOf, isUnderWay, type Listed, type Shown, wasDeleted } from './seen.ts';
import type { Walk } from './session.ts';
import { know } from './settled.ts';

/** Times that are so far from the install's are worth a note, in milliseconds. */
const WORTH_A_NOTE_MS = 60_000;

/** An install without a clear answer is looked for so long at most, in milliseconds. */
const UNCLEAR_MS = 30_000;

const TRIED = 'An install was sent, and Show was asked until the settle time was over.';

/**
 * Installs the template and waits until it is ready; `before` is the List just before, which did not have it. Gives the
 * answer where the install was refused, else null. Throws BlockedError where it fails: an install that fails is nothing
 * that the endpoint under test did.
 */
export async function install(walk: Walk, before: Listed): Promise<Exchange | null> {
  const { state, ledger, plan } = walk;
  ledger.intend(intentOf(walk, before));
  state.instance += 1;
  state.mayVanish = false;
  const answer = await create(walk);
  if (isAccepted(answer)) {
    // Whatever ends the run from here on: the plug-in is its own, though not yet seen.
    state.current = { creationTimestamp: null, name: null };
    ledger.accept(believed(dateOf(answer), new Date().toISOString()));
  } else if (!mayHaveWorked(walk, answer)) {
    // Whatever bears the name from here on is not of this run.
    ledger.write('gone');
    state.deletions = state.instance;
    return answer;
  } else if (!(await isSeen(walk))) {
    throw blockedBy(answer, 'The plug-in could not be installed', TRIED, true);
  }
  const phases: (string | null)[] = [];
  let earlier: PluginView | null = null;
  let last: Shown | null = null;
  const seen = await waitFor(walk, `until \`${plan.names.templateName}\` is installed`, async () => {
    const shown = await show(walk, 'settle', null);
    const { plugin } = shown;
    last = shown;
    earlier = plugin !== null && wasDeleted(walk, plugin) ? plugin : null;
    if (earlier !== null) return null;
    if (plugin === null) return isRefusedAccess(shown.exchange) ? shown : null;
    adopt(walk, plugin);
    phases.push(plugin.phase);
    return isUnderWay(plugin) ? null : shown;
  });
  if (seen === null && earlier !== null) {
    // What was deleted came back in the place of another: it is the run's as well, and the judge sees which it is.
    adopt(walk, earlier);
    return null;
  }
  if (seen === null && phases.length > 0) throw notReady(phases.at(-1));
  const { plugin, absent, exchange } = seen ?? last ?? NOT_SHOWN;
  if (plugin === null && exchange !== null && !absent)
    throw blockedBy(exchange, 'The plug-in cannot be shown', TRIED, true);
  if (plugin === null) throw notReady(undefined);
  if (plugin.phase === 'Abnormal') throw abnormal();
  return null;
}

/** What the ledger must hold of an install before it is sent. */
function intentOf(walk: Walk, { exchange, plugins }: Listed): Intent {
  const { settleTimeoutMs } = walk.plan;
  const wasAbsent = plugins !== null && entriesOf(walk, plugins).length === 0;
  return { absentAt: wasAbsent ? dateOf(exchange) : null, settleTimeoutMs };
}

/**
 * Takes the plug-in that Show has for the one that was installed, and writes down what tells it from another. Throws
 * where it was there before, or where the install's answer was lost and it may be somebody else's.
 */
export function adopt(walk: Walk, plugin: PluginView): void {
  const { state, ledger } = walk;
  if (state.current !== null && state.current.creationTimestamp !== null) return;
  const intended = leftoverOf(ledger.ofRun());
  const isBack = wasDeleted(walk, plugin);
  const isOwn = intended?.isAccepted
    ? !isOlder(plugin.creationTimestamp, intended.installedAt)
    : wasCreatedWithin(plugin.creationTimestamp, intended ?? NOTHING);
  if (!isOwn && !isBack) throw foreign(walk, plugin);
  const known = instanceOf(plugin);
  if (state.current !== null && known.creationTimestamp === null && state.current.name === known.name) return;
  if (!isBack) noteClocks(walk, plugin, intended?.installedAt ?? null);
  state.current = known;
  know(walk);
  // Written as soon as it is known: whatever ends the run from here on, it can be removed.
  ledger.write('installed', known);
}

function noteClocks(walk: Walk, { creationTimestamp }: PluginView, at: string | null): void {
  const apart = Date.parse(creationTimestamp ?? '') - Date.parse(at ?? '');
  if (!(Math.abs(apart) > WORTH_A_NOTE_MS)) return;
  const seconds = Math.round(Math.abs(apart) / 1000);
  walk.notes.push({
    message: `The plug-in's \`creationTimestamp\` is ${seconds} s ${apart < 0 ? 'before' : 'after'} its install by the target's \`Date\`: two clocks that do not agree, or a local time called \`Z\`.`,
  });
}

const NOT_SHOWN = { plugin: null, absent: true, exchange: null };

const NOTHING = { at: '', absentAt: null, settleTimeoutMs: 0 };

/** Asks for an install of the template. */
function create(walk: Walk): Promise<Exchange> {
  return askPatiently(walk, {
    purpose: 'install',
    operation: 'CreatePlugin',
    method: 'POST',
    names: walk.plan.names,
    probe: null,
    body: createBody(walk.plan),
  });
}

/** Whether an install without a clear answer shows within a time in which it would. */
async function isSeen(walk: Walk): Promise<boolean> {
  const { names, settleTimeoutMs } = walk.plan;
  const what = `to see whether \`${names.templateName}\` was installed`;
  const look = async () => ((await show(walk, 'settle', null)).plugin === null ? null : true);
  return (await waitFor(walk, what, look, { limitMs: Math.min(UNCLEAR_MS, settleTimeoutMs) })) !== null;
}

/** An install whose answer was lost, then or in an earlier try, may stand in the pool nevertheless. */
function mayHaveWorked(walk: Walk, answer: Exchange): boolean {
  const tries = walk.exchanges.filter(
    ({ purpose, instance }) => purpose === 'install' && instance === answer.instance,
  );
  // A 5xx says nothing of what was done before it.
  return tries.some((exchange) => {
    const isFault = (statusOf(exchange) ?? 0) >= 500 || statusOf(exchange) === 408;
    return (isUnclear(exchange) && exchange.trouble?.kind !== 'unsent') || isFault;
  });
}

function isRefusedAccess(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status === 401 || status === 403;
}

/** The last phase that Show gave; undefined where it never showed the plug-in. */
function notReady(phase: string | null | undefined): BlockedError {
  return new BlockedError({
    cause:
      phase === undefined
        ? 'The install was accepted, yet Show never showed the plug-in.'
        : `The install did not end within the settle time: the phase stayed ${JSON.stringify(phase)}.`,
    tried: TRIED,
    remedy: 'Raise `MODELARTS_SETTLE_TIMEOUT_MS`, or find out why the install does not end.',
    endsRun: true,
  });
}

function abnormal(): BlockedError {
  return new BlockedError({
    cause: 'The install failed: the phase became `Abnormal`.',
    tried: 'An install was sent, and Show was asked until it ended.',
    remedy: 'Find out why the template cannot be installed in this pool, or choose another.',
    endsRun: true,
  });
}
