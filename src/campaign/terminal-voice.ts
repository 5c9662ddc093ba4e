import type { WriteStream } from 'node:tty';
import { FIRST_WORD_MS, lineVoice, telling, type Voice, waitText } from './voice.ts';

/** The line of a wait is written anew so often, in milliseconds. */
export const TICK_MS = 1000;

/** The width of a terminal that does not tell its own. */
const USUAL_WIDTH = 80;

/** Back to the beginning of the line, and nothing left on it. */
const CLEAR = '\r\u001b[2K';

/** The line of a terminal that is written over: what else is printed clears it first. */
export interface Line {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** The last line of a terminal. */
export function lineOf(terminal: Pick<WriteStream, 'write' | 'columns'>): Line {
  let isShown = false;
  return {
    show: (text) => {
      // A line that wraps could not be cleared.
      terminal.write(CLEAR + text.slice(0, (terminal.columns || USUAL_WIDTH) - 1));
      isShown = true;
    },
    clear: () => {
      if (isShown) terminal.write(CLEAR);
      isShown = false;
    },
  };
}

/** A voice for a terminal: a wait is one line that updates. */
export function terminalVoice(terminal: Pick<WriteStream, 'write' | 'columns'>): Voice {
  const line = lineOf(terminal);
  return {
    say: (message) => {
      line.clear();
      terminal.write(`${message}\n`);
    },
    waiting: (what, limitMs) => {
      const end = telling(
        (passedMs) => line.show(waitText({ what, passedMs, limitMs })),
        FIRST_WORD_MS,
        TICK_MS,
      );
      return () => {
        end();
        line.clear();
      };
    },
  };
}

/** The voice of a process: a terminal's, or that of a pipeline. */
export function processVoice(stdout: NodeJS.WriteStream): Voice {
  return stdout.isTTY ? terminalVoice(stdout) : lineVoice((line) => console.log(line));
}
