import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { shownName, ZipError } from './zip-error.ts';

/** The bytes of a file, read where they are needed. */
export interface FileBytes {
  readonly size: number;
  /** Fewer where the file ends before. */
  readonly read: (at: number, length: number) => Buffer;
  readonly close: () => void;
}

const RIGHT = 'right would be a zip that `conformance pack` made';

/** Opens a file to read in it; throws a ZipError where there is none. It stays open: what was looked at is what is read. */
export function openFileBytes(path: string): FileBytes {
  const file = opened(path);
  const { size } = fstatSync(file);
  return {
    size,
    read: (at, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      for (let read = -1; filled < bytes.length && read !== 0; filled += read) {
        read = readSync(file, bytes, filled, bytes.length - filled, at + filled);
      }
      return bytes.subarray(0, filled);
    },
    close: () => closeSync(file),
  };
}

function opened(path: string): number {
  const shown = shownName(path);
  try {
    // Opening a pipe would wait for somebody who writes into it.
    const found = statSync(path);
    if (found.isDirectory()) throw new ZipError('no-zip', `\`${shown}\` is a folder; ${RIGHT}.`);
    if (!found.isFile()) throw new ZipError('no-zip', `\`${shown}\` is no file; ${RIGHT}.`);
    if (found.size === 0) throw new ZipError('no-zip', `\`${shown}\` is empty; ${RIGHT}.`);
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof ZipError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (\`${code}\`)`;
    throw new ZipError('no-zip', `\`${shown}\` ${what}; ${RIGHT}.`);
  }
}

/** Says that a file is none of a zip. */
export function noZip(path: string): ZipError {
  return new ZipError('no-zip', `\`${shownName(path)}\` is no zip; ${RIGHT}.`);
}
