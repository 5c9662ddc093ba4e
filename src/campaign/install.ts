import type { Exchange } from '../model/exchange.ts';
import { isAccepted, isUnclear, statusOf } from './answer.ts';
import { BlockedError, blockedBy } from './blocked.ts';
import { create, instanceOf, show } from './pool.ts';
import { type Walk, waitFor } from './session.ts';

/** An installed plug-in in one of these is not ready yet. */
const UNDER_WAY: readonly (string | null)[] = ['Pending', 'Updating'];

const TRIED = 'An install was sent, and Show was asked until the settle time was over.';

/**
 * Installs the template and waits until it is ready. The pool was listed just before and did not have it.
 * Throws BlockedError where that fails: an install that fails is nothing that the endpoint under test did.
 */
export async function install(walk: Walk): Promise<void> {
  const { state, ledger, plan } = walk;
  ledger.write('install-intended');
  state.instance += 1;
  state.mayVanish = false;
  const answer = await create(walk);
  if (!isAccepted(answer) && !mayHaveWorked(walk, answer)) {
    // Whatever bears the name from here on is not of this run.
    ledger.write('gone');
    throw blockedBy(answer, 'The plug-in could not be installed', 'An install was sent.', true);
  }
  const phases: (string | null)[] = [];
  const seen = await waitFor(walk, `until \`${plan.names.templateName}\` is installed`, async () => {
    const shown = await show(walk, 'settle', null);
    const { plugin } = shown;
    if (plugin === null) return isRefusedAccess(shown.exchange) ? shown : null;
    if (state.current === null) {
      state.current = instanceOf(plugin);
      // Written as soon as it is known: whatever ends the run from here on, it can be removed.
      ledger.write('installed', state.current);
    }
    phases.push(plugin.phase);
    return UNDER_WAY.includes(plugin.phase) ? null : shown;
  });
  if (seen === null && phases.length === 0 && !isAccepted(answer)) {
    throw blockedBy(answer, 'The plug-in could not be installed', TRIED, true);
  }
  if (seen === null) throw notReady(phases.at(-1));
  if (seen.plugin === null) throw blockedBy(seen.exchange, 'The plug-in cannot be shown', TRIED, true);
  if (seen.plugin.phase === 'Abnormal') throw abnormal();
}

/** An install whose answer was lost, then or in an earlier try, may stand in the pool nevertheless. */
function mayHaveWorked(walk: Walk, answer: Exchange): boolean {
  const tries = walk.exchanges.filter(
    ({ purpose, instance }) => purpose === 'install' && instance === answer.instance,
  );
  return tries.some((exchange) => isUnclear(exchange) && exchange.trouble?.kind !== 'unsent');
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
