import type { Limits } from '../model/report.ts';
import type { Settings } from '../settings/settings.ts';
import { MOST_REPLACED } from './instance.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

/** What a run may take at the longest, and what that is made of; tidying is not counted, but in `longestMs`. */
export interface Longest extends Limits {
  readonly requests: number;
  /** How many settle times its waits may take together. */
  readonly settleTimes: number;
  /** When the scenarios end at the latest, in milliseconds from the run's beginning. */
  readonly scenariosMs: number;
}

/** What the suite itself may take to start, to judge and to write, in milliseconds. */
const OWN_MS = 60_000;

/** Sending again what met trouble is bounded by one settle time for the whole run. */
const RETRIES = 1;

const known = new WeakMap<Settings, Promise<Longest>>();

/** Derives it from a rehearsal, once for these settings: every request and every wait takes as long as it may. */
export function longestRun(settings: Settings): Promise<Longest> {
  const found = known.get(settings) ?? rehearse(settings).then((rehearsed) => longestOf(settings, rehearsed));
  known.set(settings, found);
  return found;
}

/** What follows from a rehearsal. */
export function longestOf(
  { requestTimeoutMs, settleTimeoutMs, runTimeoutMs }: Settings,
  { plan, evidence, settleTimes: waits }: Rehearsed,
): Longest {
  const requests = evidence.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  // A request that had to be refused may cost an instance, and another one is installed.
  const settleTimes = Math.ceil(waits) + RETRIES + (plan.pluginSource === 'install' ? MOST_REPLACED : 0);
  const derivedMs = requests * requestTimeoutMs + settleTimes * settleTimeoutMs + OWN_MS;
  const scenariosMs = Math.min(runTimeoutMs ?? derivedMs, derivedMs);
  const longestMs = scenariosMs + settleTimeoutMs;
  return { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs, requests, settleTimes, scenariosMs };
}

/** What reports say of it. */
export async function limitsOf(settings: Settings): Promise<Limits> {
  const { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs } = await longestRun(settings);
  return { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs };
}
