import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** As it is written by whoever may. */
const MODE = 0o666;

/** How a file is replaced. */
export interface Replacing {
  /** Of the file whose place it takes; null where there is none, or where it does not matter. */
  readonly mode?: number | null;
  /** Called once the new text is on the disk, before it takes the place; what it throws leaves all as it was. */
  readonly before?: () => void;
}

/**
 * Gives a file this text so that whoever reads it sees the one before or this one, whole: it is written beside it, synced
 * and renamed. Throws what the system says; then the file is as it was, and nothing stands beside it.
 */
export function replaceFile(path: string, text: string, { mode = null, before }: Replacing = {}): void {
  const beside = `${path}.${process.pid}.unfinished`;
  try {
    writeSynced(beside, text, mode);
    before?.();
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeSynced(path: string, text: string, mode: number | null): void {
  const handle = openSync(path, 'wx', mode ?? MODE);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  // The process's own mask took bits away.
  if (mode !== null) chmodSync(path, mode);
}
