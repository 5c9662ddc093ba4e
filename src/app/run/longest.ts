import { readFileSync } from 'node:fs';
import type { Limits } from '../../engine/model/report.ts';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { MOST_REPLACED } from '../../lifecycle/walk/instance.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';
import type { RunSuite } from './run-suite.ts';

/** How long a walk is: its requests, how many settle times its waits may take together, and where its instances come from. */
export interface WalkLength {
  readonly requests: number;
  readonly settleTimes: number;
  readonly scenarios: number;
  readonly source: 'install' | 'existing';
}

/** What a run may take at the longest, and what that is made of; tidying is not counted, but in `longestMs`. */
export interface Longest extends Limits {
  readonly requests: number;
  /** How many settle times its waits may take together. */
  readonly settleTimes: number;
  /** What is waited before further attempts, in milliseconds. */
  readonly delaysMs: number;
  /** When the scenarios end at the latest, in milliseconds from the run's beginning. */
  readonly scenariosMs: number;
}

/** What the suite itself may take to start, to judge and to write, in milliseconds. */
const OWN_MS = 60_000;

/** Sending again what met trouble is bounded by one settle time for the whole run, and for each further attempt. */
const RETRIES = 1;

/** What a further attempt may take beside its walk: its retries, and removing what the one before it left. */
const ANEW = RETRIES + 1;

const known = new WeakMap<Settings, Promise<Longest>>();

/** Derives it from a rehearsal, once for these settings and the suite of their run: every request and every wait takes as long as it may. */
export function longestRun(settings: Settings, suite: RunSuite): Promise<Longest> {
  const found =
    known.get(settings) ?? walkLength(settings, suite).then((length) => longestOf(settings, length));
  known.set(settings, found);
  return found;
}

/** How long the walk of these settings is. A rehearsal costs as much as a quarter of a run at the embedded mock. */
async function walkLength(settings: Settings, suite: RunSuite): Promise<WalkLength> {
  const { builtWalk } = suite;
  const built = settings.target === null && builtWalk !== null ? builtLength(builtWalk) : null;
  return built ?? lengthOf(await rehearse(settings, suite));
}

/** What the build left; null where it has not been built. */
function builtLength(file: string): WalkLength | null {
  try {
    // The build wrote it from a rehearsal.
    return JSON.parse(readFileSync(new URL(`dist/campaign/${file}`, PACKAGE_ROOT), 'utf8')) as WalkLength;
  } catch {
    return null;
  }
}

/** How long a rehearsed walk is. */
export function lengthOf({ plan, evidence, settleTimes }: Rehearsed): WalkLength {
  const requests = evidence.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  return { requests, settleTimes, scenarios: evidence.length, source: plan.source };
}

/** What follows from the length of a walk. */
export function longestOf(
  { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, attempts: { most, delayMs } }: Settings,
  { requests: onceSent, settleTimes: waits, scenarios, source }: WalkLength,
): Longest {
  // A request that had to be refused may cost an instance, and another one is installed.
  const replaced = source === 'install' ? MOST_REPLACED : 0;
  const further = (most - 1) * scenarios;
  const requests = most * onceSent;
  const settleTimes = most * Math.ceil(waits) + RETRIES + replaced + further * ANEW;
  const delaysMs = further * delayMs;
  const derivedMs = requests * requestTimeoutMs + settleTimes * settleTimeoutMs + delaysMs + OWN_MS;
  const scenariosMs = Math.min(runTimeoutMs ?? derivedMs, derivedMs);
  const longestMs = scenariosMs + settleTimeoutMs;
  const times = { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs };
  return { ...times, requests, settleTimes, delaysMs, scenariosMs };
}

/** What reports say of it. */
export async function limitsOf(settings: Settings, suite: RunSuite): Promise<Limits> {
  const { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs } = await longestRun(settings, suite);
  return { requestTimeoutMs, settleTimeoutMs, runTimeoutMs, longestMs };
}
