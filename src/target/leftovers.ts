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
  /** Whether the target is known to have accepted the install. */
  readonly isAccepted: boolean;
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

/** Whether an instance was there before the List that did not name it; false where that cannot be told. */
export function wasCreatedBefore(
  creationTimestamp: string | null,
  { absentAt }: Pick<Intent, 'absentAt'>,
  skewMs: number,
): boolean {
  if (absentAt === null || creationTimestamp === null || !isDateTime(creationTimestamp)) return false;
  return Date.parse(creationTimestamp) < Date.parse(absentAt) - skewMs;
}
