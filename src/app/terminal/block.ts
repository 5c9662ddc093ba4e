import type { WriteStream } from 'node:tty';
import { inertLine } from '../../engine/report/inert.ts';
import { columnsOf } from '../../engine/report/wrapped.ts';
import { betweenColors } from './own-colors.ts';
import { isTerminal, writeAsOwn } from './stream-guard.ts';
import { USUAL_WIDTH } from './terminal-voice.ts';

/** The last lines of a terminal, which are written over. */
export interface Block {
  /** Shows these in place of those that it shows. */
  readonly show: (lines: readonly string[]) => void;
  /** Prints lines above them that stay, and shows others below where there are any. */
  readonly above: (lines: readonly string[], next?: readonly string[]) => void;
  readonly clear: () => void;
}

/**
 * A block of a terminal: no line of it is wider than the terminal, for what wraps could not be written over, and it is not
 * higher, by `height` in rows, for what went out of sight could not either.
 */
export function blockOf(
  terminal: Pick<WriteStream, 'write' | 'columns'>,
  height: () => number = () => Number.POSITIVE_INFINITY,
): Block {
  let shown: readonly string[] = [];
  const over = () => (shown.length === 0 ? '' : `\r\u001b[${shown.length}A\u001b[0J`);
  const write = (stays: readonly string[], next: readonly string[]) => {
    const most = (terminal.columns || USUAL_WIDTH) - 1;
    const text = [...stays, ...next].map((line) => `${cut(line, most)}\n`).join('');
    const before = over();
    shown = next;
    writeAsOwn(terminal, before + text);
  };
  return {
    show: (lines) => write([], fewOf(lines, height())),
    above: (lines, next = shown) => write(lines, fewOf(next, height())),
    clear: () => write([], []),
  };
}

/** That of the terminal of this process; null where there is none. */
export function terminalBlock(): Block | null {
  return isTerminal() ? blockOf(process.stdout, () => process.stdout.rows || Number.POSITIVE_INFINITY) : null;
}

/** As many lines as a terminal shows above its cursor; the last of them says how many are left out. */
function fewOf(lines: readonly string[], height: number): readonly string[] {
  const most = Math.max(1, height - 1);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `… ${lines.length - most + 1} more lines`];
}

/** As much of a line as so many columns hold; only our own colours act in it. */
function cut(line: string, most: number): string {
  let left = most;
  return betweenColors(line, (part) => {
    const text = inertLine(part);
    if (columnsOf(text) <= left) {
      left -= columnsOf(text);
      return text;
    }
    let kept = '';
    for (const character of text) {
      if (columnsOf(kept + character) > left - 1) break;
      kept += character;
    }
    const isFirst = left > 0;
    left = 0;
    return isFirst ? `${kept}…` : '';
  });
}
