import type { Exchange } from '../../engine/model/exchange.ts';
import { ask } from './ask.ts';
import { BlockedError } from './blocked.ts';
import { StaleLookError } from './read-back.ts';
import { type Patience, sendPatiently } from './retry.ts';
import { type Asked, ended, type Walk } from './session.ts';
import { pause, pauseBetweenLooks, type Wait, waitUntil } from './wait.ts';

/** A request with a wrong token is sent at most so often: twice, and once in each further attempt. Gateways lock out who fails too often. */
export function mostWrong({ attempt }: Walk): number {
  return attempt === 1 ? 2 : 1;
}

/** Sends a request, and again where that is safe and may help; `before` every further try, `after` every one. */
export function askPatiently(
  walk: Walk,
  asked: Asked,
  around: Pick<Patience, 'before' | 'after'> = {},
): Promise<Exchange> {
  const { credentials, probe } = asked;
  const sent = walk.exchanges.filter((one) => one.purpose === 'probe' && one.probe === probe).length;
  return sendPatiently(walk, () => askOnFreshLook(walk, asked, around.before), {
    ...around,
    ...(credentials === 'wrong' ? { most: mostWrong(walk) - 1 - sent } : {}),
  });
}

/** What a change rests on is looked at again at most so often before the change is given up. */
const MOST_LOOKS = 5;

/** Sends a request; where what it rests on was seen too long before, it is looked at again first. */
async function askOnFreshLook(walk: Walk, asked: Asked, lookAgain: Patience['before']): Promise<Exchange> {
  for (let looks = 0; ; looks += 1) {
    try {
      return await ask(walk, asked);
    } catch (error) {
      if (!(error instanceof StaleLookError) || lookAgain === undefined) throw error;
      if (looks === MOST_LOOKS) throw tooSlow(asked);
      await lookAgain();
    }
  }
}

function tooSlow({ method }: Asked): BlockedError {
  return new BlockedError({
    cause: `No ${method} could be sent within two seconds of the look that it rests on.`,
    tried: `It was looked at again ${MOST_LOOKS} times, and nothing was sent.`,
    remedy: 'Run again where this machine is not suspended, and connections stand within a second.',
    endsRun: false,
  });
}

/** Waits for something about the resource, within the settle time where no other limit is given; null where the time is over. Throws on interruption. */
export async function waitFor<T>(
  walk: Walk,
  what: string,
  look: () => Promise<T | null>,
  {
    limitMs = walk.plan.settleTimeoutMs,
    isHalf = () => false,
  }: Partial<Pick<Wait, 'limitMs' | 'isHalf'>> = {},
): Promise<T | null> {
  const { signal, voice } = walk;
  const seen = await waitUntil({ what, limitMs, signal, voice, isHalf }, look);
  if (signal.aborted) throw ended(signal);
  return seen;
}

/** Waits until a next look counts as a second one. Throws on interruption. */
export async function pauseToLookAgain({ plan, signal }: Walk): Promise<void> {
  await pause(pauseBetweenLooks(plan.settleTimeoutMs), signal);
  if (signal.aborted) throw ended(signal);
}
