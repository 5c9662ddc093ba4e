import type { Colors } from 'picocolors/types.js';
import type { Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { runAttemptsText } from './attempts-text.ts';
import { changesLine } from './changes-text.ts';
import { shortened, shownText } from './inert.ts';
import { recordingLook, recordingText, verdictText } from './recording-text.ts';
import type { Look } from './terminal-look.ts';
import { countsText, durationText } from './words.ts';
import { firstLines, hanging, wrapped } from './wrapped.ts';

/** What stands before a verdict on a terminal. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  conformant: '✓',
  'conformant-with-waivers': '!',
  'non-conformant': '✗',
  inconclusive: '?',
};

/** As many lines as each part of the ending may take: all of it is seen in the last twelve of a log. */
const MOST = { verdict: 3, counts: 2, changes: 2, recording: 2, target: 3 };

/** As many characters of a name in it. */
const MOST_OF_NAME = 64;

/** The verdict and the reason for it, in one line. */
export function verdictLine(report: Report, colors: Colors): string {
  const { word, reason } = verdictOf(report);
  return colors.bold(colors[colorOf(report.verdict)](word)) + reason;
}

/** The same for a terminal, then the counts, what is new where a history is kept, and what was tested: eleven lines at most. */
export function briefLines(report: Report, { colors, columns }: Look): string[] {
  const { verdict, changes, startedAt } = report;
  const { word, reason } = verdictOf(report);
  const paintLabel = (label: string) => colors.bold(colors[colorOf(verdict)](label));
  const recording = recordingText(report);
  const recorded = recording === null ? [] : wrapped(shownText(recording), columns);
  const told = changes === undefined ? [] : wrapped(shownText(changesLine(changes, startedAt)), columns);
  return [
    ...firstLines(hanging(word, reason, { columns, indent: 2, paintLabel }), MOST.verdict),
    ...firstLines(hanging('', countsText(report), { columns, indent: 0 }), MOST.counts),
    ...firstLines(told, MOST.changes).map((line) => colors.bold(line)),
    ...firstLines(recorded, MOST.recording).map((line) => colors.bold(line)),
    ...firstLines(wrapped(targetText(report), columns), MOST.target).map((line) => colors.dim(line)),
  ];
}

/** The same, and what else is to be known of the run. */
export function verdictLines(report: Report, look: Look): string[] {
  const { colors, columns } = look;
  const attempts = runAttemptsText(report);
  return [
    ...briefLines(report, look),
    ...(attempts === null ? [] : wrapped(attempts, columns)),
    ...(report.interrupted ? [colors.yellow('The run was interrupted.')] : []),
    ...(report.target.mock ? wrapped(mockText(report), columns).map((line) => colors.bold(line)) : []),
  ];
}

function verdictOf(report: Report): { readonly word: string; readonly reason: string } {
  const mark = recordingLook(report) === null ? VERDICT_MARKS[report.verdict] : '·';
  return { word: `${mark} ${verdictText(report).toUpperCase()}  `, reason: shownText(report.reason) };
}

function targetText({ target, durationMs, strict }: Report): string {
  const name = (text: string) => shownText(shortened(text, MOST_OF_NAME));
  const what = `${name(target.item)} in ${name(target.collection)} at ${shownText(target.endpoint)}`;
  const how = [durationText(durationMs), ...(strict ? ['strict'] : []), ...(target.mock ? ['MOCK'] : [])];
  return [what, ...how].join(', ');
}

function mockText({ target: { deviation } }: Report): string {
  const wrong = deviation === null ? '' : ` with the deviation ${shownText(deviation)}`;
  return `MOCK: this run was against a mock${wrong}; it says nothing of a real endpoint.`;
}

/** The colour of a verdict. */
export function colorOf(verdict: Verdict): 'green' | 'red' | 'yellow' {
  if (verdict === 'conformant') return 'green';
  return verdict === 'non-conformant' ? 'red' : 'yellow';
}
