import type { Settings } from '../../lifecycle/settings/settings.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { newRun, planOf } from '../../lifecycle/walk/plan.ts';
import { openSession, walkOf } from '../../lifecycle/walk/session.ts';
import { initialState } from '../../lifecycle/walk/state.ts';
import type { Voice } from '../../lifecycle/walk/voice.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import type { Check, Look } from './check.ts';
import { clock, credentials, mock, plugIn, pool, template } from './pool.ts';
import { connection, name, proxy, tls } from './way.ts';

/** How the target is examined. */
export interface DoctorOptions {
  readonly voice: Voice;
  readonly signal: AbortSignal;
  /** Told of each check once it is over. */
  readonly onCheck: (check: Check) => void;
}

/** In the order in which a request meets them. */
const LOOKS: readonly Look[] = [
  proxy,
  name,
  connection,
  tls,
  credentials,
  mock,
  clock,
  pool,
  template,
  plugIn,
];

/** What was found: whether a run can begin, and whether a mock answered. */
export interface Examined {
  readonly isWell: boolean;
  readonly isMock: boolean;
}

/** Looks at everything that a run needs and changes nothing; what follows the first fault is not looked at. */
export async function examine(settings: Settings, options: DoctorOptions): Promise<Examined> {
  const { signal, voice, onCheck } = options;
  const plan = planOf(settings, newRun(null), modelartsPlugins);
  const state = initialState(plan.settleTimeoutMs);
  const session = openSession(plan, { state, from: 0, signal, voice, onExchange: () => undefined });
  const walk = walkOf(session, 'doctor');
  let isWell = true;
  for (const look of LOOKS) {
    const check = await look(walk);
    if (check === null) continue;
    onCheck(check);
    isWell = check.remedy === null;
    if (!isWell) break;
  }
  return { isWell, isMock: walk.exchanges.some((one) => mockNameIn(one) !== null) };
}
