import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type History, NO_HISTORY, readHistory } from '../../engine/history/read-history.ts';
import type { HistoryTarget } from '../../engine/model/history.ts';
import type { FileKeys } from '../../engine/model/resource.ts';
import { kindOf, unreadable } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';

/** What a history is read from, and for. */
export interface HistoryOf {
  readonly file: string;
  /** Null for the lines of all targets. */
  readonly target: HistoryTarget | null;
  /** What the lines call the names. */
  readonly keys: FileKeys;
}

/** Reads what a file has of a target; nothing where there is no such file yet. Throws where it cannot be read. */
export function readHistoryFile({ file, target, keys }: HistoryOf): History {
  if (kindOf(file) === 'nothing') return NO_HISTORY;
  return readHistory(readFileSync(file), target, keys);
}

/** The same for a command. Throws a UsageError where it cannot be read. */
export function historyFor(of: HistoryOf): History {
  try {
    return readHistoryFile(of);
  } catch (error) {
    throw new UsageError(unreadable(error, `The history in \`${of.file}\``));
  }
}

/**
 * Appends a line, its line feed included, in one write, and returns once it is on the disk. Runs at many targets may write
 * into one file at once. Throws where that fails.
 */
export function appendLine(file: string, line: string): void {
  // To open a FIFO would wait for its reader.
  if (kindOf(file) === 'other') throw new Error('it is no regular file');
  makeFolder(dirname(file));
  const handle = openSync(file, 'a+', 0o600);
  try {
    // A line begins on its own line, also after one that was left torn.
    const bytes = Buffer.from(endsTorn(handle) ? `\n${line}` : line);
    if (writeSync(handle, bytes) !== bytes.length) throw new Error('a part was taken');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder and those above it. (Node's own way of doing so never ends where the system says that one made is not there.) */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** Whether the last byte is no line feed. */
function endsTorn(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
}
