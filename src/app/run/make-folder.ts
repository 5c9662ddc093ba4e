import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it. Throws the error of the file system. Node's own way has no end below a folder in which
 * nothing can be made and that says of it that it is not there, as `/proc`.
 */
export function makeFolder(dir: string): void {
  if (isFolder(dir)) return;
  if (dirname(dir) !== dir) makeFolder(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(dir)) throw error;
  }
}

/** Whether a folder stands there, or what a link leads to is one; what nobody may look at is none. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
