import type { WriteStream } from 'node:tty';
import { FIRST_WORD_MS, lineVoice, telling, type Voice, waitText } from '../../lifecycle/walk/voice.ts';
import { fitted } from './columns.ts';
import { printFitted, printOn, printOver } from './print.ts';
import { isTerminal } from './stream-guard.ts';

/** The line of a wait is written anew so often, in milliseconds. */
export const TICK_MS = 1000;

/** The width of a terminal that does not tell its own. */
export const USUAL_WIDTH = 80;

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
      printOver(terminal, text, (terminal.columns || USUAL_WIDTH) - 1);
      isShown = true;
    },
    clear: () => {
      if (isShown) printOver(terminal, '', 0);
      isShown = false;
    },
  };
}

/** The last line of the terminal of this process. */
export function terminalLine(): Line {
  return lineOf(process.stdout);
}

/** A voice for a terminal: a wait is one line that updates. */
export function terminalVoice(terminal: Pick<WriteStream, 'write' | 'columns'>): Voice {
  const line = lineOf(terminal);
  return {
    say: (message) => {
      line.clear();
      printOn(terminal, fitted(message));
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

/** The voice of this process: a terminal's, or that of a pipeline. */
export function processVoice(): Voice {
  return isTerminal() ? terminalVoice(process.stdout) : lineVoice(printFitted);
}
