import { inspect } from 'node:util';
import { inert, inertLine } from '../../engine/report/inert.ts';
import { linesOf } from '../cli/usage-error.ts';

/** Where the bundles of one process meet: that an error is inert already, its lines are ours. */
const PLAIN = Symbol.for('modelarts-plugin-conformance.plain-error');

/** An error without a trace: what is wrong is not with a line of code. */
export function plainError(message: string): Error {
  const error = new Error(inert(message));
  error.stack = `${error.name}: ${error.message}`;
  // Where the error itself is printed, this is not.
  return Object.defineProperty(error, PLAIN, { value: true });
}

/** An error as it may be printed and kept in files by Playwright: whatever is in its texts does nothing. */
export function inertError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? inert(error) : error;
  if (PLAIN in error) return error;
  // The trace begins with the message as it was.
  const message = linesOf(error).map(inertLine).join('\n');
  const stack = (error.stack ?? '').replace(error.message, () => message);
  error.message = message;
  error.stack = inert(stack);
  if (error.cause !== undefined && error.cause !== error) error.cause = inertError(error.cause);
  return error;
}

/** Does what may throw: Playwright prints that, and whatever is in its texts does nothing. */
export async function inertly<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw inertError(error);
  }
}

/** The sentences of a user's own mistake, where Playwright prints the error itself: without a class's name. */
export function sentencesError(message: string): Error {
  const error = plainError(message);
  error.stack = error.message;
  Object.defineProperty(error, inspect.custom, { value: () => error.message });
  return error;
}
