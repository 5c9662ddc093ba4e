import { createInterface } from 'node:readline/promises';
import { printQuestion } from './print.ts';
import { isTerminal } from './stream-guard.ts';

/** Whether somebody sits there who could answer. */
export function canBeAsked(): boolean {
  return process.stdin.isTTY === true && isTerminal();
}

/** Asks on the terminal; gives '' where nobody answers before the signal. */
export async function answerTo(question: string, signal: AbortSignal): Promise<string> {
  // The terminal itself lets the answer be edited: this one draws nothing.
  const lines = createInterface({ input: process.stdin });
  try {
    printQuestion(question);
    return await lines.question('', { signal });
  } catch {
    return '';
  } finally {
    lines.close();
  }
}
