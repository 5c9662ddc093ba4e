import { chmodSync, closeSync, copyFileSync, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EVIDENCE_FOLDER, RUN_FOLDER } from '../../engine/report/file-names.ts';
import { READABLE, unreadable } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { LEFT } from '../evidence/names.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** Where the salt of a run stands, which is its owner's alone: what carried the folder here may have lost that. */
const SALT = join(EVIDENCE_FOLDER, LEFT.salt);
const OWNERS_ALONE = 0o600;

/**
 * Copies the folder of a target: regular files and folders with their modes, and nothing else, nor what a run that was
 * killed left of its processes. Throws a UsageError where one cannot be read.
 */
export function copyFolder(from: string, to: string): void {
  copyInto(from, to);
  const salt = join(to, SALT);
  if (lstatSync(salt, { throwIfNoEntry: false }) !== undefined) chmodSync(salt, OWNERS_ALONE);
}

function copyInto(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readable(from, () => readdirSync(from))) {
    const [source, copy] = [join(from, name), join(to, name)];
    const found = lstatSync(source);
    if (found.isDirectory() && basename(source) !== RUN_FOLDER) copyInto(source, copy);
    if (!found.isFile()) continue;
    readable(source, () => closeSync(openSync(source, 'r')));
    copyFileSync(source, copy);
    chmodSync(copy, found.mode);
  }
  // Only now: nothing can be put into a folder that may not be written to.
  chmodSync(to, lstatSync(from).mode);
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(unreadable(error, shownPath(path), READABLE.needed));
  }
}
