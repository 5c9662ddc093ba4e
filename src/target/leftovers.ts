import { isDateTime } from '../contract/date-time.ts';
import type { Names } from '../model/scenario.ts';
import { guardPath } from './guard.ts';
import type { Intent, Known, LedgerEntry } from './ledger.ts';
import { pluginPath } from './paths.ts';

/** An install of a run that the ledger does not know to be gone. */
export interface Leftover extends Names, Known, Intent {
  readonly run: string;
  readonly endpoint: string;
  /** When the install was about to be sent, RFC 3339. */
  readonly at: string;
  /** Whether the target is known to have accepted the install, and when, by its own clock, RFC 3339; null where that is not known. */
  readonly isAccepted: boolean;
  readonly installedAt: string | null;
  /** Whether the run saw it. */
  readonly wasSeen: boolean;
  /** Whether its deletion was accepted and waited for in vain. */
  readonly wasWaitedFor: boolean;
  /** The machine and the main process of the run; null where the ledger does not say. */
  readonly host: string | null;
  readonly pid: number | null;
}

/** What the runs of a ledger left behind, or may have: at most one instance each, oldest first; the embedded mock's are none. */
export function leftoversIn(entries: readonly LedgerEntry[]): readonly Leftover[] {
  const ofRuns = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.mock !== true) ofRuns.set(entry.run, [...(ofRuns.get(entry.run) ?? []), entry]);
  }
  return [...ofRuns.values()].flatMap((ofRun) => leftoverOf(ofRun) ?? []).filter(isPlugin);
}

/** Whoever wrote into the file: what is swept up by it is a plug-in. */
function isPlugin(leftover: Leftover): boolean {
  try {
    guardPath(pluginPath('', leftover), '');
    return true;
  } catch {
    return false;
  }
}

/** What the lines of one run say it may have left; null where there is nothing of that kind. */
export function leftoverOf(ofRun: readonly LedgerEntry[]): Leftover | null {
  const from = ofRun.findLastIndex(({ event }) => event === 'install-intended');
  const intended = ofRun[from];
  const since = ofRun.slice(from);
  // What was gone may show again: then it is still there.
  const gone = since.findLastIndex(({ event }) => event === 'gone');
  const isBack = since.slice(gone + 1).some(({ event }) => event === 'installed');
  if (intended === undefined || (gone !== -1 && !isBack)) return null;
  const installed = since.findLast(({ event }) => event === 'installed');
  return {
    projectId: intended.projectId,
    poolName: intended.poolName,
    templateName: intended.templateName,
    run: intended.run,
    endpoint: intended.endpoint,
    at: intended.at,
    absentAt: intended.absentAt ?? null,
    settleTimeoutMs: intended.settleTimeoutMs ?? 0,
    isAccepted: installed !== undefined || since.some(({ event }) => event === 'install-accepted'),
    installedAt: since.findLast(({ event }) => event === 'install-accepted')?.installedAt ?? null,
    wasSeen: installed !== undefined,
    wasWaitedFor: since.some(({ event }) => event === 'not-gone'),
    creationTimestamp: installed?.creationTimestamp ?? null,
    name: installed?.name ?? null,
    host: intended.host ?? null,
    pid: intended.pid ?? null,
  };
}

/**
 * Whether an instance of which the ledger knows the intent alone is the run's: the List just before did not name the
 * plug-in, and it was created between that answer's `Date` and the intent plus the settle time.
 */
export function wasCreatedWithin(
  creationTimestamp: string | null,
  { at, absentAt, settleTimeoutMs }: Intent & { readonly at: string },
): boolean {
  if (absentAt === null || creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  const created = Date.parse(creationTimestamp);
  return created >= Date.parse(absentAt) && created <= Date.parse(at) + settleTimeoutMs;
}

/** Clocks of a gateway and of the service may be so far apart, in milliseconds. */
const SKEW_MS = 15 * 60_000;

/** Local times that are called `Z` are off by whole quarter hours, up to so many, in milliseconds, and by a little more. */
const QUARTER_MS = 15 * 60_000;
const FARTHEST_ZONE_MS = 14 * 3_600_000;
const OFF_MS = 10_000;

/** Whether an instance is older than an install that was accepted at that time (RFC 3339), so that it is not the one installed. */
export function isOlder(creationTimestamp: string | null, installedAt: string | null): boolean {
  if (installedAt === null || creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  const olderMs = Date.parse(installedAt) - Date.parse(creationTimestamp);
  const zoneMs = Math.round(olderMs / QUARTER_MS) * QUARTER_MS;
  const isLocal = zoneMs <= FARTHEST_ZONE_MS && Math.abs(olderMs - zoneMs) <= OFF_MS;
  return olderMs > SKEW_MS && !isLocal;
}
