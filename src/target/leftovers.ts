import { isDateTime } from '../contract/date-time.ts';
import type { Names } from '../model/scenario.ts';
import { guardPath } from './guard.ts';
import type { Intent, Known, LedgerEntry, Replacement } from './ledger.ts';
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
  /** The request that may have put another instance in its place; null where none did. */
  readonly replacement: Replacement | null;
  /** The machine and the main process of the run; null where the ledger does not say. */
  readonly host: string | null;
  readonly pid: number | null;
  /** What tells that process from a later one of its number; null where that is not told. */
  readonly processStart: string | null;
  /** Whether the ledger stands in the reports directory of the run, beside its lock. */
  readonly inReports: boolean;
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
    replacement: replacementIn(since),
    creationTimestamp: installed?.creationTimestamp ?? null,
    name: installed?.name ?? null,
    host: intended.host ?? null,
    pid: intended.pid ?? null,
    processStart: intended.processStart ?? null,
    inReports: intended.inReports === true,
  };
}

/** The first request since the last install that may have put another instance in its place; null where none was. */
export function replacementIn(ofRun: readonly LedgerEntry[]): Replacement | null {
  const from = ofRun.findLastIndex(({ event }) => event === 'install-intended');
  const replaced = ofRun.slice(from + 1).find(({ event }) => event === 'may-be-replaced');
  const { since, settleTimeoutMs } = replaced ?? {};
  return since === undefined || settleTimeoutMs === undefined ? null : { since, settleTimeoutMs };
}

/** The clocks of a gateway and of the service may be so far apart; a local time that is called UTC is off by some of these. In milliseconds. */
const QUARTER_MS = 15 * 60_000;
const FARTHEST_ZONE_MS = 14 * 3_600_000;
const GIVE_OR_TAKE_MS = 10_000;

/** Whether two times are apart as a local time is from UTC, by whole quarter hours. */
function isOffByZone(apartMs: number): boolean {
  const zoneMs = Math.round(Math.abs(apartMs) / QUARTER_MS) * QUARTER_MS;
  return zoneMs <= FARTHEST_ZONE_MS && Math.abs(Math.abs(apartMs) - zoneMs) <= GIVE_OR_TAKE_MS;
}

/** Whether an instance was made by a request, as far as clocks can be trusted: between its sending and the settle time after it. */
export function isMadeBy(creationTimestamp: string | null, { since, settleTimeoutMs }: Replacement): boolean {
  if (creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  const later = Date.parse(creationTimestamp) - Date.parse(since);
  return (later >= -QUARTER_MS && later <= settleTimeoutMs + QUARTER_MS) || isOffByZone(later);
}

/** Whether an instance is older than an install that was accepted at that time (RFC 3339), so that it is not the one installed. */
export function isOlder(creationTimestamp: string | null, installedAt: string | null): boolean {
  if (installedAt === null || creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  const olderMs = Date.parse(installedAt) - Date.parse(creationTimestamp);
  return olderMs > QUARTER_MS && !isOffByZone(olderMs);
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
