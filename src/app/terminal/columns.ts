import { hanging, USUAL_COLUMNS } from '../../engine/report/wrapped.ts';
import { widthOfTerminal } from './stream-guard.ts';

/** No text is read well that is wider, or is broken into narrower lines. */
const [LEAST, MOST] = [40, 120];

/** How wide the terminal of this process is, as far as texts are fitted to it; of none the usual width. */
export function columnsHere(): number {
  const columns = widthOfTerminal();
  return columns === null ? USUAL_COLUMNS : Math.min(Math.max(columns, LEAST), MOST);
}

/**
 * A line in lines that the terminal holds, each further one standing two columns further in. In a log, where there is
 * no terminal, it stays a line: programs look for it.
 */
export function fitted(line: string): readonly string[] {
  if (widthOfTerminal() === null) return [line];
  const [blanks = ''] = /^ {0,8}/.exec(line) ?? [];
  return hanging(blanks, line.slice(blanks.length), { columns: columnsHere(), indent: blanks.length + 2 });
}

/** A text behind a label, wrapped below its own beginning where there is a terminal; in a log it stays a line. */
export function behindLabel(label: string, text: string): readonly string[] {
  return widthOfTerminal() === null ? [label + text] : hanging(label, text, { columns: columnsHere() });
}
