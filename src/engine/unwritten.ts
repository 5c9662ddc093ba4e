/** A file that a run relies on could not be written: a full disk, a quota, a limit, a device that fails. */
export class UnwrittenError extends Error {
  constructor(file: string, cause: unknown) {
    super(unwrittenText(file, cause));
    this.name = 'UnwrittenError';
  }
}

/** That a file could not be written, and why, in a sentence. */
export function unwrittenText(file: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : message;
  return `\`${file}\` could not be written (\`${code}\`).`;
}

/** Does what writes to a file; throws an UnwrittenError that names it where that fails. */
export function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof UnwrittenError ? error : new UnwrittenError(file, error);
  }
}
