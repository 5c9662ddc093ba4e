import { isDateTime, unitMs } from '../engine/contract/date-time.ts';
import { lenientTime } from '../engine/contract/lenient-time.ts';
import type { Names, ResourceView } from '../engine/model/resource.ts';
import { holdAtLeast } from './input-hashes.ts';
import type { Intent, Known, Replacement, Window } from './ledger.ts';
import type { LedgerEntry } from './ledger-lines.ts';

/** An install of a run that the ledger does not know to be gone. */
export interface Leftover extends Names, Known {
  readonly run: string;
  readonly endpoint: string;
  /** When the install was about to be sent, RFC 3339. */
  readonly at: string;
  /** Whether the target is known to have accepted the install, and when, by its own clock, RFC 3339; null where that is not known. */
  readonly isAccepted: boolean;
  readonly installedAt: string | null;
  /** How long it may take, in milliseconds. */
  readonly settleTimeoutMs: number;
  /** What an instance has to be that an install without an answer made; null where the ledger does not say. */
  readonly asked: (Window & Pick<Intent, 'version' | 'inputs'>) | null;
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

/**
 * What the runs of a ledger left behind, or may have: at most one instance each, oldest first; the embedded mock's are
 * none. Whoever wrote into the file: what is swept up by it `isNamed`, which says whether names are those of a resource.
 */
export function leftoversIn(
  entries: readonly LedgerEntry[],
  isNamed: (names: Names) => boolean,
): readonly Leftover[] {
  const ofRuns = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.mock !== true) ofRuns.set(entry.run, [...(ofRuns.get(entry.run) ?? []), entry]);
  }
  return [...ofRuns.values()].flatMap((ofRun) => leftoverOf(ofRun) ?? []).filter(isNamed);
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
    project: intended.project,
    collection: intended.collection,
    item: intended.item,
    run: intended.run,
    endpoint: intended.endpoint,
    at: intended.at,
    settleTimeoutMs: intended.settleTimeoutMs ?? 0,
    asked: askedFor(intended, since),
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

function askedFor(intended: LedgerEntry, entries: readonly LedgerEntry[]): Leftover['asked'] {
  const { version = null, inputs = [] } = intended;
  const { since, limitMs } = entries.findLast(({ event }) => event === 'install-again') ?? intended;
  return since === undefined || limitMs === undefined ? null : { since, limitMs, version, inputs };
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
export function isOlder({ creationTimestamp, oddTime }: ResourceView, installedAt: string | null): boolean {
  const created = lenientTime(creationTimestamp ?? oddTime);
  if (installedAt === null || created === null) return false;
  const olderMs = Date.parse(installedAt) - created;
  return olderMs > QUARTER_MS && !isOffByZone(olderMs);
}

/**
 * Whether an instance is what an install made that got no answer: created between its sending and the end of its time,
 * by the target's clock, in the version that was asked for and with at least the inputs that were.
 */
export function isMadeByInstall(
  view: ResourceView,
  { asked, run }: Pick<Leftover, 'asked' | 'run'>,
): boolean {
  const { creationTimestamp, version, inputs } = view;
  if (asked === null || creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  const [created, since] = [lenientTime(creationTimestamp) ?? Number.NaN, Date.parse(asked.since)];
  // A time names the beginning of its unit.
  if (created + unitMs(creationTimestamp) <= since || created > since + asked.limitMs) return false;
  return (asked.version === null || version === asked.version) && holdAtLeast(inputs, asked.inputs, run);
}
