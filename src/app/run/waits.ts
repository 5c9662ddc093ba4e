import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runFile } from '../../lifecycle/walk/store.ts';
import { FIRST_WORD_MS, lineVoice, telling, type Voice, type Waited } from '../../lifecycle/walk/voice.ts';
import { printFitted } from '../terminal/print.ts';

/** The wait that a worker is in, for the process that owns the terminal. */
const WAIT = 'wait.json';

/** The voice of a worker: it owns no terminal, so the main process shows its waits there. */
export function workerVoice(dir: string, terminal: boolean): Voice {
  const lines = lineVoice(printFitted);
  const file = runFile(dir, WAIT);
  if (!terminal) return lines;
  return {
    say: lines.say,
    waiting: (what, limitMs) => {
      const tell = (passedMs: number) => {
        try {
          writeFileSync(file, JSON.stringify({ what, limitMs, since: Date.now() - passedMs }));
        } catch {
          // On a full disk the wait goes on, and is not shown.
        }
      };
      const end = telling(tell, FIRST_WORD_MS, limitMs);
      return () => {
        end();
        rmSync(file, { force: true });
      };
    },
  };
}

/** The wait that a worker of the run is in; null where there is none, or none worth a word. */
export function readWait(dir: string): Waited | null {
  try {
    // Written by workerVoice.
    const { what, limitMs, since } = JSON.parse(readFileSync(runFile(dir, WAIT), 'utf8')) as {
      readonly what: string;
      readonly limitMs: number;
      readonly since: number;
    };
    return { what, limitMs, passedMs: Date.now() - since };
  } catch {
    return null;
  }
}
