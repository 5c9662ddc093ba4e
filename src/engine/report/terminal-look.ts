import type { Colors } from 'picocolors/types.js';
import { shownText } from './inert.ts';
import { columnsOf, hanging } from './wrapped.ts';

/** How a terminal is written to. */
export interface Look {
  /** `createColors(enabled)` of picocolors. */
  readonly colors: Colors;
  /** How wide it is: nothing but commands and URLs is wider. */
  readonly columns: number;
}

/** As many characters of one text as the terminal shows. */
const MOST = 240;

/** As many columns as the names of rows have, the blanks around them counted. */
const NAMES = 14;

/** A text of the target for the terminal. */
export function told(text: string): string {
  return shownText(text, MOST);
}

/** A row of what is told of a requirement: its name, and the text beside it. */
export function row(
  name: string,
  text: string,
  { colors, columns }: Look,
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  return hanging(`     ${name.padEnd(NAMES - 5)}`, text, { columns, paintLabel: colors.dim, paint });
}

/** An item of a list: its mark, and the text beside it. */
export function item(
  mark: string,
  text: string,
  { columns }: Look,
  paint: (text: string) => string = (line) => line,
): readonly string[] {
  const label = mark === '' ? '  ' : `  ${mark} `;
  return hanging(label, text, { columns, paintLabel: paint, indent: columnsOf(label) });
}
