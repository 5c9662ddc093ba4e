import type { Settings } from '../../settings/settings.ts';
import { EMBEDDED } from '../begin.ts';
import { newRun, planOf } from '../plan.ts';
import { openSession, walkOf } from '../session.ts';
import { initialState } from '../state.ts';
import type { Voice } from '../voice.ts';
import type { Check, Look } from './check.ts';
import { clock, credentials, plugIn, pool, template } from './pool.ts';
import { connection, name, proxy, tls } from './way.ts';

/** How the target is examined. */
export interface DoctorOptions {
  readonly voice: Voice;
  readonly signal: AbortSignal;
  /** Told of each check once it is over. */
  readonly onCheck: (check: Check) => void;
}

/** In the order in which a request meets them. */
const LOOKS: readonly Look[] = [proxy, name, connection, tls, credentials, clock, pool, template, plugIn];

/** Looks at everything that a run needs and changes nothing; what follows the first fault is not looked at. False where there is one. */
export async function examine(settings: Settings, options: DoctorOptions): Promise<boolean> {
  const { signal, voice, onCheck } = options;
  const plan = planOf(settings, newRun(null), EMBEDDED);
  const state = initialState(plan.settleTimeoutMs);
  const session = openSession(plan, { state, from: 0, signal, voice, onExchange: () => undefined });
  const walk = walkOf(session, 'doctor');
  for (const look of LOOKS) {
    const check = await look(walk);
    if (check === null) continue;
    onCheck(check);
    if (check.remedy !== null) return false;
  }
  return true;
}
