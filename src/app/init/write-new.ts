import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UnwrittenError } from '../../engine/unwritten.ts';
import { UsageError } from '../cli/usage-error.ts';
import { printError } from '../terminal/print.ts';

/** What is written: a file that is not there yet, or, with its present size, the end of one that is. */
export interface Write {
  /** From the folder on. */
  readonly path: string;
  readonly text: string;
  readonly mode?: number | undefined;
  /** Bytes of the file that the text is put behind. */
  readonly behind?: number;
}

/** Whether something has this name, a link to nothing too; and whether what should be a folder on the way to it is none. */
export function isThere(folder: string, path: string): boolean {
  return isTaken(join(folder, path)) || blockedBy(folder, path) !== null;
}

/** What is on the way to a file and no folder; null where nothing is. */
export function blockedBy(folder: string, path: string): string | null {
  const above = dirname(path);
  if (above === '.') return null;
  const found = join(folder, above);
  return (
    blockedBy(folder, above) ??
    (isTaken(found) && !statSync(found, { throwIfNoEntry: false })?.isDirectory() ? above : null)
  );
}

function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Something that is no folder is on the way to it, or a folder that may not be looked into: that is told by its own name.
    return false;
  }
}

/**
 * Writes all of it or nothing: what was written before something failed is taken back. Throws a UsageError where this user
 * may not write there, or a file came in between, and an UnwrittenError where the disk is full.
 */
export function writeAll(folder: string, writes: readonly Write[]): void {
  for (const { path } of writes) assertWritable(folder, path);
  const undo: (() => void)[] = [];
  for (const write of writes) {
    try {
      writeOne(folder, write, undo);
    } catch (error) {
      takeBack(undo);
      throw errorOf(write.path, error);
    }
  }
}

function writeOne(folder: string, { path, text, mode, behind }: Write, undo: (() => void)[]): void {
  const file = join(folder, path);
  if (behind === undefined) makeFolders(folder, dirname(path), undo);
  const opened = openSync(file, behind === undefined ? 'wx' : 'a', mode);
  // Not before: what came in between is not ours to take back.
  undo.push(() => (behind === undefined ? rmSync(file) : truncateSync(file, behind)));
  try {
    // Whatever the mask of the process took away.
    if (mode !== undefined) fchmodSync(opened, mode);
    writeFileSync(opened, text);
  } finally {
    closeSync(opened);
  }
}

function makeFolders(folder: string, path: string, undo: (() => void)[]): void {
  if (path === '.' || isTaken(join(folder, path))) return;
  makeFolders(folder, dirname(path), undo);
  mkdirSync(join(folder, path));
  undo.push(() => rmdirSync(join(folder, path)));
}

function takeBack(undo: readonly (() => void)[]): void {
  try {
    for (const step of undo.toReversed()) step();
  } catch (error) {
    printError(`What was written could not be taken back: ${(error as Error).message}.`);
  }
}

/** Throws a UsageError where the file, or the nearest folder around it that is there, cannot be written to. */
function assertWritable(folder: string, path: string): void {
  let nearest = path;
  while (nearest !== '.' && !isTaken(join(folder, nearest))) nearest = dirname(nearest);
  try {
    accessSync(join(folder, nearest), constants.W_OK);
  } catch (error) {
    throw errorOf(nearest, error);
  }
}

/** No room, or a device that fails: that is nothing a user did. */
const FAULTS: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

function errorOf(path: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (FAULTS.includes(code)) return new UnwrittenError(path, error);
  const shown = path === '.' ? 'This folder' : `\`${path}\``;
  return new UsageError(
    `${shown} cannot be written (\`${code}\`), so nothing was; right would be a folder of your own.`,
  );
}
