import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../lifecycle/settings/settings.ts';

/** What no reporter writes to: folders that may be large, and the user's own secrets. */
const PASSED_OVER = /^(node_modules|\.git|\.env.*)$/;

/** Some file systems keep the time of a file in steps of so many milliseconds. */
const STEP_MS = 2000;

/**
 * The files below the reports directory that were written since a time, in milliseconds since 1970, whoever wrote them;
 * never the ledger, nor the user's waivers. Links are not followed.
 */
export function writtenSince(
  { reportsDir, ledger, waivers }: Pick<Settings, 'reportsDir' | 'ledger' | 'waivers'>,
  since: number,
): readonly string[] {
  const left = new Set([ledger, ...(waivers === null ? [] : [waivers])].map(realPath));
  return filesBelow(reportsDir).filter((file) => {
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
