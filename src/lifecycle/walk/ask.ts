import { hostOf } from '../../engine/http/recorder.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Probe } from '../../engine/model/scenario.ts';
import { permit } from './permit.ts';
import type { Plan } from './plan.ts';
import { isFresh, StaleLookError } from './read-back.ts';
import { type Asked, ended, type Walk } from './session.ts';
import { ensureToken, mayRenew, renewToken } from './sign-in.ts';
import { cameAt, momentNow, watchForStops } from './suspension.ts';
import type { ToAuthenticate } from './walked-suite.ts';

/**
 * Sends one request and records it. Throws GuardError before a path that is not the resource's and before a change that is
 * not permitted, StaleLookError before one that rests on what was seen too long ago, BlockedError on interruption and
 * where no token can be had.
 */
export async function ask(walk: Walk, asked: Asked): Promise<Exchange> {
  if (walk.signal.aborted) throw ended(walk.signal);
  const { plan, state } = walk;
  const { operation, method, names, body = null, probe, purpose, credentials = 'user' } = asked;
  const { resource } = plan.suite;
  const path = resource.path(plan.prefix, operation, names);
  resource.guard(path, plan.prefix);
  if (credentials === 'user') await ensureToken(walk);
  permit(walk, asked);
  let isStale = false;
  const mayGo = () => {
    isStale = !isFresh(walk, asked);
    return !isStale;
  };
  if (method !== 'GET' && !mayGo()) throw new StaleLookError();
  const host = hostOf(plan.origin);
  const headers = headersFor(credentials, plan, { method, path, host, body });
  watchForStops();
  const sentAt = momentNow();
  const exchange = await walk.record({
    ...{ method, path, headers, body },
    ...{ scenario: walk.scenario, attempt: walk.attempt, probe, purpose, operation, names },
    instance: state.instance,
    ...(method === 'GET' ? {} : { mayGo }),
  });
  walk.exchanges.push(exchange);
  walk.overAt.set(exchange.index, cameAt(sentAt));
  if (exchange.trouble?.kind === 'interrupted') throw ended(walk.signal);
  if (isStale) throw new StaleLookError();
  if (credentials !== 'user' || !mayRenew(walk, exchange)) return exchange;
  await renewToken(walk, exchange);
  // Anything but a look is sent again by those who know what must be looked at before.
  return method === 'GET' ? ask(walk, asked) : exchange;
}

function headersFor(credentials: Probe['credentials'], plan: Plan, request: ToAuthenticate) {
  if (credentials === 'none') return [];
  if (credentials === 'wrong') return plan.suite.authentication.wrong;
  return plan.credentials.headers(request);
}
