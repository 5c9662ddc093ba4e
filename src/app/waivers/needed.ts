import type { Target } from '../../engine/model/report.ts';
import type { Waiver } from '../../engine/model/waiver.ts';
import { waiversFor } from '../../engine/verdict/waivers.ts';

/** As many of the last runs of a target are asked. */
const RUNS = 5;

/** What is asked of a line of the history. */
export interface RecordedRun {
  readonly target: Pick<Target, 'endpoint' | 'project' | 'collection' | 'item'>;
  /** What was violated, waived or not. */
  readonly failed: readonly { readonly id: string; readonly fingerprints: readonly string[] }[];
  readonly inconclusive: readonly string[];
  readonly notObserved: readonly string[];
}

/**
 * Whether a waiver was needed in the last five runs of each of its targets, a clause that follows a comma; null where there
 * is none. The runs are in the order of the history.
 */
export function neededText(waiver: Waiver, runs: readonly RecordedRun[]): string | null {
  const last = lastRuns(runs.filter(({ target }) => isAt(waiver, target)));
  if (last.length === 0) return null;
  const showing = last.filter(({ inconclusive, notObserved }) =>
    [inconclusive, notObserved].every((ids) => !ids.includes(waiver.requirement)),
  );
  const needing = showing.filter(({ failed }) => failed.some((one) => isWaived(one, waiver)));
  const of = last.length === 1 ? 'the last run' : `the last ${last.length} runs`;
  if (needing.length > 0) return `needed in ${needing.length} of ${of}`;
  return showing.length === 0 ? `not observed in ${of}` : `not needed in ${of}`;
}

function isAt(waiver: Waiver, { endpoint, collection }: RecordedRun['target']): boolean {
  if (!URL.canParse(endpoint)) return false;
  return waiversFor([waiver], { host: new URL(endpoint).host, collection }).length > 0;
}

/** The last five of each target. */
function lastRuns(runs: readonly RecordedRun[]): readonly RecordedRun[] {
  const byTarget = new Map<string, readonly RecordedRun[]>();
  for (const run of runs) {
    const { endpoint, project, collection, item } = run.target;
    const key = JSON.stringify([endpoint, project, collection, item]);
    byTarget.set(key, [...(byTarget.get(key) ?? []), run].slice(-RUNS));
  }
  return [...byTarget.values()].flat();
}

function isWaived({ id, fingerprints }: RecordedRun['failed'][number], waiver: Waiver): boolean {
  if (id !== waiver.requirement) return false;
  return waiver.fingerprints === undefined || waiver.fingerprints.some((one) => fingerprints.includes(one));
}
