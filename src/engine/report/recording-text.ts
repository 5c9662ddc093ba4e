import type { Report } from '../model/report.ts';
import type { Outcome } from '../model/requirement.ts';
import { plural, VERDICTS } from './words.ts';

/** What was judged where it was no run, a sentence; null of a run. */
export function recordingText({ recording }: Pick<Report, 'recording'>): string | null {
  return recording === undefined ? null : `Judged from a recording of ${recording.creator}.`;
}

/** What became of the exchanges, of a report in a few words: its verdict, and of a recording what was found in it. */
export function verdictText({ verdict, recording, run, counts }: Report): string {
  if (recording === undefined) return VERDICTS[verdict];
  if (verdict === 'non-conformant') return `${plural(counts.failed, 'requirement')} broken`;
  return run.exitCode === 0 ? 'Nothing broken' : 'Nothing could be told';
}

/** The outcome whose mark a recording wears in which nothing was broken; null of all else, where the verdict says it. */
export function recordingLook({ verdict, recording, run }: Report): Outcome | null {
  return recording !== undefined && verdict === 'inconclusive' && run.exitCode === 0 ? 'not-observed' : null;
}
