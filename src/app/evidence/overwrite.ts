import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { readManifest } from './manifest.ts';
import { shownName, ZipError } from './zip-error.ts';
import { openZip } from './zip-read.ts';

const RIGHT = 'right would be a new file, or a pack of this suite, which is replaced';

/** Why no pack can be written to this path, in one sentence; null where nothing stands there, or an earlier pack of the suite of that name. */
export function overwriteProblem(out: string, suite: string): string | null {
  const shown = `\`--out\` is \`${shownName(out)}\``;
  const found = lstatSync(out, { throwIfNoEntry: false });
  if (found === undefined) {
    const folder = statSync(dirname(out), { throwIfNoEntry: false });
    return folder?.isDirectory()
      ? null
      : `${shown}, and its folder does not exist; right would be a file in one that does.`;
  }
  if (found.isDirectory()) return `${shown}, which is a folder; ${RIGHT}.`;
  if (!found.isFile()) return `${shown}, which is no plain file; ${RIGHT}.`;
  return isPackOf(out, suite) ? null : `${shown}, which holds something else; ${RIGHT}.`;
}

/** Whether a file is a pack that the suite of this name has written, intact or not. */
function isPackOf(path: string, suite: string): boolean {
  try {
    const zip = openZip(path);
    try {
      const read = readManifest(zip);
      return typeof read !== 'string' && read.manifest.suite.name === suite;
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ZipError) return false;
    throw error;
  }
}
