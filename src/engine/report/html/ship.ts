import type { Report } from '../../model/report.ts';
import { causesOf } from '../causes.ts';
import { recordingLook } from '../recording-text.ts';
import { plural } from '../words.ts';

/** Whether a release may rest on the run, and if that cannot be said, why, and what to do about it: one or two sentences. */
export function mayWeShip(report: Report): string {
  const { verdict, counts } = report;
  if (recordingLook(report) !== null) return 'Nothing was found against it.';
  switch (verdict) {
    case 'non-conformant':
      return 'Do not ship on this.';
    case 'conformant':
      return 'Nothing was found against it.';
    case 'conformant-with-waivers':
      return `Nothing was found against it but ${plural(counts.waived, 'violation')} that somebody answers for.`;
    case 'inconclusive':
      return cannotSay(report);
  }
}

function cannotSay(report: Report): string {
  const [cause] = causesOf(report);
  if (report.interrupted || cause === undefined) return `Cannot say, because ${lowered(report.reason)}`;
  const remedy = cause.blocked?.remedy ?? '';
  const todo = remedy === '' ? '' : ` To do: ${lowered(remedy)}`;
  return `Cannot say, because ${lowered(cause.message)}${todo}`;
}

/** A sentence as it goes on behind a comma; names, and words in backticks or of capitals, stay as they are. */
function lowered(sentence: string): string {
  return /^(?:[A-Z][a-z]|[A]\s)/.test(sentence) && !/^(?:List|Show|Create)\b/.test(sentence)
    ? `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}
