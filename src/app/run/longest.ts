import { readFileSync } from 'node:fs';
import type { Limits } from '../../engine/model/report.ts';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { MOST_REPLACED } from '../../lifecycle/walk/instance.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

/** How long a walk is: its requests, how many settle times its waits may take together, and where its instances come from. */
export interface WalkLength {
  readonly requests: number;
  readonly settleTimes: number;
  readonly source: 'install' | 'existing';
}

/** The file in which the build leaves the length of the walk at the embedded mock: no setting changes it. */
export const EMBEDDED_WALK = 'embedded-walk.json';

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
  const found = known.get(settings) ?? walkLength(settings).then((length) => longestOf(settings, length));
  known.set(settings, found);
  return found;
}

/** How long the walk of these settings is. A rehearsal costs as much as a quarter of a run at the embedded mock. */
async function walkLength(settings: Settings): Promise<WalkLength> {
  return (settings.target === null ? builtLength() : null) ?? lengthOf(await rehearse(settings));
}

/** What the build left; null where it has not been built. */
function builtLength(): WalkLength | null {
  try {
    // The build wrote it from a rehearsal.
    return JSON.parse(
      readFileSync(new URL(`dist/campaign/${EMBEDDED_WALK}`, PACKAGE_ROOT), 'utf8'),
    ) as WalkLength;
  } catch {
    return null;
  }
}

/** How long a rehearsed walk is. */
export function lengthOf({ plan, evidence, settleTimes }: Rehearsed): WalkLength {
  const requests = evidence.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  return { requests, settleTimes, source: plan.source };
}

/** What follows from the length of a walk. */
export function longestOf(
  { requestTimeoutMs, settleTimeoutMs, runTimeoutMs }: Settings,
  { requests, settleTimes: waits, source }: WalkLength,
): Longest {
  // A request that had to be refused may cost an instance, and another one is installed.
  const settleTimes = Math.ceil(waits) + RETRIES + (source === 'install' ? MOST_REPLACED : 0);
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
