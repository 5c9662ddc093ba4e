import type { Changes, HistoryLine } from '../../model/history.ts';
import type { Report } from '../../model/report.ts';

/** What the formats are made from: the last run, and what is new in it. */
export interface Compared {
  readonly report: Report;
  readonly changes: Changes;
  /** What else is to be known, e.g. of lines that were passed over. */
  readonly notes: readonly string[];
  /** The run's own line; null where the history has none. */
  readonly own: HistoryLine | null;
  /** When the last conclusive run at this target began, RFC 3339; null where there was none. */
  readonly lastConclusive: string | null;
}

/** What a requirement demands, by its id; the id where the report does not have it. */
export function titleOf({ requirements }: Report, id: string): string {
  return requirements.find((one) => one.id === id)?.title ?? id;
}
