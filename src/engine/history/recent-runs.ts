import type { HistoryLine } from '../model/history.ts';
import type { RecentRun } from '../model/report.ts';
import { isSameRun } from './changes.ts';

/** So many are told. */
const MOST = 30;

/** The last runs against a target, the oldest first and this one last, whether they can be compared or not. */
export function recentRuns(lines: readonly HistoryLine[], now: HistoryLine): readonly RecentRun[] {
  const earlier = lines.filter((line) => !isSameRun(line, now));
  return [...earlier, now].slice(-MOST).map(({ startedAt, verdict }) => ({ startedAt, verdict }));
}
