import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What no reporter writes to: folders that may be large, and the user's own secrets. */
const PASSED_OVER = /^(node_modules|\.git|\.env.*)$/;

/** Some file systems keep the time of a file in steps of so many milliseconds. */
const STEP_MS = 2000;

/**
 * The files below a folder that were written since a time, in milliseconds since 1970, whoever wrote them; never one
 * of `kept`. Links are not followed.
 */
export function writtenSince(folder: string, since: number, kept: readonly string[]): readonly string[] {
  const left = new Set(kept.map(realPath));
  return filesBelow(folder).filter((file) => {
    const found = lstatSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.mtimeMs >= since - STEP_MS && !left.has(realPath(file));
  });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (PASSED_OVER.test(entry.name)) return [];
    if (entry.isFile()) return [path];
    return entry.isDirectory() ? filesBelow(path) : [];
  });
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
