import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { printQuestion } from './print.ts';
import { isTerminal } from './stream-guard.ts';

/** Whether somebody sits there who could answer. */
export function canBeAsked(): boolean {
  return process.stdin.isTTY === true && isTerminal();
}

/** Asks on the terminal; gives null where nobody answers before the signal, or before the input ends, as with Ctrl-D. */
export async function answerTo(question: string, signal: AbortSignal): Promise<string | null> {
  // The terminal itself lets the answer be edited: this one draws nothing.
  const lines = createInterface({ input: process.stdin });
  const ended = once(lines, 'close').then(() => null);
  try {
    printQuestion(question);
    return await Promise.race([lines.question('', { signal }), ended]);
  } catch {
    return null;
  } finally {
    lines.close();
  }
}
