import type { Colors } from 'picocolors/types.js';
import type { Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { runAttemptsText } from './attempts-text.ts';
import { changesLine } from './changes-text.ts';
import { shownText } from './inert.ts';
import { durationText, VERDICTS } from './words.ts';

const MARKS: Readonly<Record<Verdict, string>> = {
  conformant: '✓',
  'conformant-with-waivers': '!',
  'non-conformant': '✗',
  inconclusive: '?',
};

/** The verdict, the reason for it, what is new where a history is kept, and what was tested. */
export function briefLines(report: Report, colors: Colors): string[] {
  const { verdict, reason, target, durationMs, changes } = report;
  const word = `${MARKS[verdict]} ${VERDICTS[verdict].toUpperCase()}`;
  const { endpoint, collection, item } = target;
  const what = `${shownText(item)} in ${shownText(collection)} at ${shownText(endpoint)}`;
  return [
    `${colors.bold(paint(verdict, colors)(word))}  ${shownText(reason)}`,
    ...(changes === undefined ? [] : [colors.bold(shownText(changesLine(changes, report.startedAt)))]),
    colors.dim(`${what}, ${durationText(durationMs)}${report.strict ? ', strict' : ''}`),
  ];
}

/** The same, and what else is to be known of the run. */
export function verdictLines(report: Report, colors: Colors): string[] {
  const { target } = report;
  const attempts = runAttemptsText(report);
  return [
    ...briefLines(report, colors),
    ...(attempts === null ? [] : [attempts]),
    ...(report.interrupted ? [colors.yellow('The run was interrupted.')] : []),
    ...(target.mock ? [colors.bold(mockLine(target.deviation))] : []),
  ];
}

function mockLine(deviation: string | null): string {
  const wrong = deviation === null ? '' : ` with the deviation ${shownText(deviation)}`;
  return `MOCK: this run was against a mock${wrong}; it says nothing of a real endpoint.`;
}

function paint(verdict: Verdict, colors: Colors): Colors['red'] {
  if (verdict === 'conformant') return colors.green;
  return verdict === 'non-conformant' ? colors.red : colors.yellow;
}
