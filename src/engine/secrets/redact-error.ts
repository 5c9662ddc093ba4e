import type { Redact } from './redact.ts';

/** The error, its message and trace and those of its causes without secrets: Playwright keeps them in files. */
export function redactError(error: unknown, redact: Redact): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error) : error;
  // The trace begins with the message as it was.
  const stack = redact(error.stack ?? '');
  error.message = redact(error.message);
  error.stack = stack;
  if (error.cause !== undefined && error.cause !== error) error.cause = redactError(error.cause, redact);
  return error;
}
