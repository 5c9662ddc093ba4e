import type { Exchange } from '../model/exchange.ts';
import { ask } from './ask.ts';
import { BlockedError } from './blocked.ts';
import { type Patience, sendPatiently } from './retry.ts';
import { type Asked, INTERRUPTED, type Walk } from './session.ts';
import { waitUntil } from './wait.ts';

/** A request with a wrong token is sent at most so often in a run: gateways lock out who fails too often. */
export const MOST_WRONG = 2;

/** Sends a request, and again where that is safe and may help; `before` every further try. */
export function askPatiently(
  walk: Walk,
  asked: Asked,
  before: Patience['before'] = undefined,
): Promise<Exchange> {
  const { credentials, probe } = asked;
  const sent = walk.exchanges.filter((one) => one.purpose === 'probe' && one.probe === probe).length;
  return sendPatiently(walk, () => ask(walk, asked), {
    ...(before === undefined ? {} : { before }),
    ...(credentials === 'wrong' ? { most: MOST_WRONG - 1 - sent } : {}),
  });
}

/** Waits for something about the plug-in, within the settle time where no other limit is given; null where the time is over. Throws on interruption. */
export async function waitFor<T>(
  walk: Walk,
  what: string,
  look: () => Promise<T | null>,
  limitMs = walk.plan.settleTimeoutMs,
): Promise<T | null> {
  const { signal, voice } = walk;
  const seen = await waitUntil({ what, limitMs, signal, voice }, look);
  if (signal.aborted) throw new BlockedError(INTERRUPTED);
  return seen;
}
