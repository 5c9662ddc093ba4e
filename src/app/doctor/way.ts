import { proxyHost } from '../../engine/http/proxy.ts';
import { connect, lookUp, type Step, shakeHands } from '../../engine/http/reach.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import { afterTrouble } from '../../lifecycle/walk/remedy.ts';
import type { Walk } from '../../lifecycle/walk/session.ts';
import { type Check, fine } from './check.ts';

/** Whether requests go through a proxy: what lies behind it is the proxy's to reach. */
export async function proxy({ plan }: Walk): Promise<Check | null> {
  const { proxy: url } = plan.origin;
  return url === null ? null : fine('proxy', `requests go through ${proxyHost(url)}`);
}

/** The host's name. */
export async function name({ plan }: Walk): Promise<Check | null> {
  return plan.origin.proxy === null ? checkOf(plan, 'name', await lookUp(plan.origin)) : null;
}

/** The host's port. */
export async function connection({ plan }: Walk): Promise<Check | null> {
  const { origin, requestTimeoutMs } = plan;
  return origin.proxy === null ? checkOf(plan, 'connection', await connect(origin, requestTimeoutMs)) : null;
}

/** The host's certificate. */
export async function tls({ plan }: Walk): Promise<Check | null> {
  const { origin, requestTimeoutMs } = plan;
  if (origin.proxy !== null || origin.protocol === 'http:') return null;
  return checkOf(plan, 'TLS', await shakeHands(origin, requestTimeoutMs));
}

function checkOf({ suite }: Plan, name: string, step: Step): Check {
  if ('found' in step) return fine(name, step.found);
  return { name, found: step.trouble.message, remedy: afterTrouble(suite.settings, step.trouble) };
}
