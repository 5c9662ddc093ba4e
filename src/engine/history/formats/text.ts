import type { Colors } from 'picocolors/types.js';
import type { ChangeState } from '../../model/history.ts';
import { CHANGE_STATES, changesLine, changeText } from '../../report/changes-text.ts';
import { shownText } from '../../report/inert.ts';
import { verdictLine } from '../../report/terminal-verdict.ts';
import { capitalized } from '../../report/words.ts';
import { type Compared, titleOf } from './compared.ts';

/** As many failures of one state as the terminal shows. */
const MOST = 20;

/** What is new, for a terminal: the line first, then each failure with its requirement. A line feed ends it. */
export function changesTerminal({ report, changes, notes }: Compared, colors: Colors): string {
  const verdict = verdictLine(report, colors);
  const { endpoint, collection, item } = report.target;
  const what = `${shownText(item)} in ${shownText(collection)} at ${shownText(endpoint)}`;
  const sections = [
    [colors.bold(shownText(changesLine(changes, report.startedAt))), verdict, colors.dim(what)],
    ...CHANGE_STATES.map((state) => section(state)),
    notes.map((note) => colors.dim(shownText(note))),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;

  function section(state: ChangeState): string[] {
    const all = changes[state];
    if (all.length === 0) return [];
    const paint = state === 'new' ? colors.red : state === 'fixed' ? colors.green : colors.yellow;
    const lines = all
      .slice(0, MOST)
      .flatMap((change) => [
        `  ${shownText(change.id)}  ${colors.dim(shownText(change.fingerprint))}`,
        `    ${shownText(titleOf(report, change.id))}`,
        `    ${colors.dim(changeText(change, report.startedAt))}`,
      ]);
    const left = all.length - MOST;
    return [colors.bold(paint(capitalized(state))), ...lines, ...(left > 0 ? [`  ${left} more`] : [])];
  }
}
