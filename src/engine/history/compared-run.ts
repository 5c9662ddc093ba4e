import type { HistoryLine } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { isBefore } from './comparable.ts';
import { historyLine } from './line.ts';

/** What a run tells of one failure: it was seen, its requirement failed otherwise, it was gone, or nothing. */
export type Told = 'seen' | 'otherwise' | 'gone' | 'nothing';

/** A run as others are compared with it. */
export interface ComparedRun {
  readonly line: HistoryLine;
  readonly mock: boolean;
  /** The fingerprints of each requirement that failed, by id. */
  readonly failed: ReadonlyMap<string, readonly string[]>;
  /** Whether its suite has a requirement, by id. */
  readonly knows: (id: string) => boolean;
  /** Whether the requirement was seen to hold. */
  readonly holds: (id: string) => boolean;
}

/** The versions of the suite that came with a requirement which the first version had not, by id. */
export type AddedIn = Readonly<Record<string, string>>;

/** A run by its report; without its exchanges nothing is known of how long answers took. */
export function runOfReport(report: Report, line = historyLine(report, report.run.id, [])): ComparedRun {
  const outcomes = new Map(report.requirements.map(({ id, outcome }) => [id, outcome]));
  return {
    line,
    mock: report.target.mock,
    failed: failedOf(line),
    knows: (id) => outcomes.has(id),
    holds: (id) => outcomes.get(id) === 'passed' || outcomes.get(id) === 'drift',
  };
}

/** A run by its line: what stands in none of its lists did hold, where its suite had it. */
export function runOfLine(line: HistoryLine, addedIn: AddedIn): ComparedRun {
  const failed = failedOf(line);
  const untold = new Set([...line.inconclusive, ...line.notObserved]);
  const knows = (id: string) => {
    const version = addedIn[id];
    return version === undefined || !isBefore(line.suite, version);
  };
  return {
    line,
    mock: false,
    failed,
    knows,
    holds: (id) => knows(id) && !failed.has(id) && !untold.has(id),
  };
}

/** What a run tells of a failure; where one has no fingerprints it is the same one, whatever it is. */
export function toldBy({ failed, holds }: ComparedRun, id: string, fingerprint: string): Told {
  const ways = failed.get(id);
  if (ways === undefined) return holds(id) ? 'gone' : 'nothing';
  return ways.length === 0 || fingerprint === '' || ways.includes(fingerprint) ? 'seen' : 'otherwise';
}

function failedOf({ failed }: HistoryLine): ReadonlyMap<string, readonly string[]> {
  return new Map(failed.map(({ id, fingerprints }) => [id, fingerprints]));
}
