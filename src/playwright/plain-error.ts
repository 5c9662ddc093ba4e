import { visible } from '../report/inert.ts';

/** What is told with a fault of the suite itself. */
export const FAULT = 'This is a fault of the suite itself; it says nothing about the endpoint.';

/** An error without a trace: what is wrong is not with a line of code. */
export function plainError(message: string): Error {
  const error = new Error(visible(message));
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
