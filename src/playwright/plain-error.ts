import { inspect } from 'node:util';
import { visible } from '../report/inert.ts';

/** What is told with a fault of the suite itself. */
export const FAULT = 'This is a fault of the suite itself; it says nothing about the endpoint.';

/** An error without a trace: what is wrong is not with a line of code. */
export function plainError(message: string): Error {
  const error = new Error(visible(message));
  error.stack = `${error.name}: ${error.message}`;
  return error;
}

/** The sentences of a user's own mistake, where Playwright prints the error itself: without a class's name. */
export function sentencesError(message: string): Error {
  const error = plainError(message);
  error.stack = error.message;
  Object.defineProperty(error, inspect.custom, { value: () => error.message });
  return error;
}
