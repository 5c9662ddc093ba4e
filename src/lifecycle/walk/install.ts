import { isAccepted, isUnclear, statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { inputHashes } from '../input-hashes.ts';
import type { Intent, Window } from '../ledger.ts';
import { isMadeByInstall, isOlder, leftoverOf } from '../leftovers.ts';
import { believed, dateOf } from './answer.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { foreign } from './foreign.ts';
import { entriesOf, instanceOf, isUnderWay, type Shown, wasDeleted } from './list-entries.ts';
import { askPatiently, waitFor } from './patience.ts';
import type { Plan } from './plan.ts';
import { listOrBlock, show } from './pool.ts';
import type { Walk } from './session.ts';
import { know } from './settled.ts';
import { joined, windowFromNow } from './target-clock.ts';

/** Times that are so far from the install's are worth a note, in milliseconds. */
const WORTH_A_NOTE_MS = 60_000;

/** An install without a clear answer is looked for so long at most, in milliseconds. */
const UNCLEAR_MS = 30_000;

const TRIED = 'An install was sent, and Show was asked until the settle time was over.';

/**
 * Installs the template, which List and Show have just denied, and waits until it is ready. Gives the answer where the install was refused, else null. Throws BlockedError where it fails: an install that fails is nothing
 * that the endpoint under test did.
 */
export async function install(walk: Walk): Promise<Exchange | null> {
  const { state, ledger, plan } = walk;
  const intent = intentOf(walk);
  ledger.intend(intent);
  state.instance += 1;
  state.mayVanish = false;
  const answer = await create(walk, intent);
  if (isAccepted(answer)) {
    // Whatever ends the run from here on: the resource is its own, though not yet seen.
    state.current = { creationTimestamp: null, name: null };
    ledger.accept(believed(dateOf(answer), new Date().toISOString()));
  } else if (!mayHaveWorked(triesOf(walk, answer))) {
    giveUp(walk);
    return answer;
  } else if (!(await isSeen(walk))) {
    throw blockedBy(plan.suite, answer, `The ${plan.words.item} could not be installed`, TRIED, true);
  }
  const phases: (string | null)[] = [];
  let earlier: ResourceView | null = null;
  let last: Shown | null = null;
  const seen = await waitFor(walk, `until \`${plan.names.item}\` is installed`, async () => {
    const shown = await show(walk, 'settle', null);
    const { view } = shown;
    last = shown;
    earlier = view !== null && wasDeleted(walk, view) ? view : null;
    if (earlier !== null) return null;
    if (view === null) return isRefusedAccess(shown.exchange) ? shown : null;
    adopt(walk, view);
    phases.push(view.phase);
    return isUnderWay(walk, view) ? null : shown;
  });
  if (seen === null && earlier !== null) {
    // What was deleted came back in the place of another: it is the run's as well, and the judge sees which it is.
    adopt(walk, earlier);
    return null;
  }
  if (seen === null && phases.length > 0) throw notReady(plan, phases.at(-1));
  const { view, absent, exchange } = seen ?? last ?? NOT_SHOWN;
  if (view === null && exchange !== null && !absent)
    throw blockedBy(plan.suite, exchange, `The ${plan.words.item} cannot be shown`, TRIED, true);
  if (view === null) throw notReady(plan, undefined);
  const { failed } = plan.suite.resource.phases;
  if (view.phase === failed) throw hasFailed(plan, failed);
  return null;
}

/** Whatever bears the name from here on is not of this run. */
function giveUp({ ledger, state }: Walk): void {
  ledger.write('gone');
  state.deletions = state.instance;
}

/** What the ledger must hold of an install before it is sent. */
function intentOf(walk: Walk): Intent {
  const { settleTimeoutMs, requestTimeoutMs, templateVersion: version, templateInputs, run } = walk.plan;
  return {
    settleTimeoutMs,
    version,
    inputs: templateInputs === null ? [] : inputHashes(templateInputs, run.id),
    ...windowFromNow(walk.exchanges, requestTimeoutMs),
  };
}

/**
 * Takes the resource that Show has for the one that was installed, and writes down what tells it from another. Throws
 * where it was there before, or where the install's answer was lost and it may be somebody else's.
 */
export function adopt(walk: Walk, view: ResourceView): void {
  const { state, ledger } = walk;
  if (state.current !== null && state.current.creationTimestamp !== null) return;
  const intended = leftoverOf(ledger.ofRun());
  const isBack = wasDeleted(walk, view);
  const isOwn =
    intended !== null &&
    (intended.isAccepted ? !isOlder(view, intended.installedAt) : isMadeByInstall(view, intended));
  if (!isOwn && !isBack) throw foreign(walk, view);
  const known = instanceOf(view);
  if (state.current !== null && known.creationTimestamp === null && state.current.name === known.name) return;
  if (!isBack) noteClocks(walk, view, intended?.installedAt ?? null);
  state.current = known;
  know(walk);
  // Written as soon as it is known: whatever ends the run from here on, it can be removed.
  ledger.write('installed', known);
}

function noteClocks(walk: Walk, { creationTimestamp }: ResourceView, at: string | null): void {
  const apart = Date.parse(creationTimestamp ?? '') - Date.parse(at ?? '');
  if (!(Math.abs(apart) > WORTH_A_NOTE_MS)) return;
  const seconds = Math.round(Math.abs(apart) / 1000);
  walk.notes.push({
    message: `The ${walk.plan.words.item}'s \`creationTimestamp\` is ${seconds} s ${apart < 0 ? 'before' : 'after'} its install by the target's \`Date\`: two clocks that do not agree, or a local time called \`Z\`.`,
  });
}

const NOT_SHOWN = { view: null, absent: true, exchange: null };

/**
 * Asks for an install of the template, again where that may help and List and Show still deny the resource: what is there
 * by then was made by an earlier try, or by somebody else.
 */
async function create(walk: Walk, intent: Window): Promise<Exchange> {
  const { ledger, plan } = walk;
  const tries: Exchange[] = [];
  let open: Window | null = null;
  let last: Window = intent;
  const before = async () => {
    // Where the last try got no answer, what it made may show from its sending on, also after the next one.
    if (mayHaveWorked(tries.slice(-1))) open = joined(open, last);
    const { views } = await listOrBlock(walk, null);
    const { view } = await show(walk, 'read-back', null);
    const there = view ?? entriesOf(walk, views ?? [])[0];
    if (there !== undefined) throw new ThereNow(there);
    last = windowFromNow(walk.exchanges, plan.requestTimeoutMs);
    ledger.intendAgain(joined(open, last));
  };
  try {
    return await askPatiently(
      walk,
      {
        purpose: 'install',
        operation: plan.suite.resource.operations.create,
        method: 'POST',
        names: plan.names,
        probe: null,
        body: plan.suite.resource.createBody(plan),
      },
      { before, after: async (one) => void tries.push(one) },
    );
  } catch (error) {
    const answer = tries.at(-1);
    if (!(error instanceof ThereNow)) throw error;
    if (answer !== undefined && (mayHaveWorked(tries) || wasDeleted(walk, error.view))) return answer;
    giveUp(walk);
    throw foreign(walk, error.view);
  }
}

/** A resource of the name stands in the pool before an install is sent again. */
class ThereNow extends Error {
  readonly view: ResourceView;

  constructor(view: ResourceView) {
    super('An item of the name is there.');
    this.view = view;
  }
}

/** Whether an install without a clear answer shows within a time in which it would. */
async function isSeen(walk: Walk): Promise<boolean> {
  const { names, settleTimeoutMs } = walk.plan;
  const what = `to see whether \`${names.item}\` was installed`;
  const look = async () => ((await show(walk, 'settle', null)).view === null ? null : true);
  return (await waitFor(walk, what, look, { limitMs: Math.min(UNCLEAR_MS, settleTimeoutMs) })) !== null;
}

function triesOf({ exchanges }: Walk, { instance }: Exchange): readonly Exchange[] {
  return exchanges.filter((one) => one.purpose === 'install' && one.instance === instance);
}

/** Whether a try got no answer, or one of a gateway that got none: what it made may stand in the pool nevertheless. */
function mayHaveWorked(tries: readonly Exchange[]): boolean {
  return tries.some((one) => isUnclear(one) && one.trouble?.kind !== 'unsent');
}

function isRefusedAccess(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange);
  return status === 401 || status === 403;
}

/** The last phase that Show gave; undefined where it never showed the resource. */
function notReady({ words, suite }: Plan, phase: string | null | undefined): BlockedError {
  return new BlockedError({
    cause:
      phase === undefined
        ? `The install was accepted, yet Show never showed the ${words.item}.`
        : `The install did not end within the settle time: the phase stayed ${JSON.stringify(phase)}.`,
    tried: TRIED,
    remedy: `Raise \`${suite.settings.settleTimeout}\`, or find out why the install does not end.`,
    endsRun: true,
  });
}

function hasFailed({ words }: Plan, phase: string): BlockedError {
  return new BlockedError({
    cause: `The install failed: the phase became \`${phase}\`.`,
    tried: 'An install was sent, and Show was asked until it ended.',
    remedy: `Find out why the ${words.item} cannot be installed in this ${words.collection}, or choose another.`,
    endsRun: true,
  });
}
