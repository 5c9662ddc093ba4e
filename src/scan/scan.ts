import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdsSecret } from './file.ts';
import { soughtOf } from './search.ts';

/**
 * Removes every file that holds a secret, in whatever form, and gives their paths. A path is a file, or a folder with
 * all that is below it; one that is not there is passed over. Throws where a file cannot be read or removed.
 */
export function removeSecretFiles(paths: readonly string[], secrets: readonly string[]): readonly string[] {
  if (secrets.length === 0) return [];
  const sought = soughtOf(secrets);
  const files = [...new Set(paths.flatMap(filesIn))];
  return files.filter((file) => {
    const holds = holdsSecret(file, sought);
    if (holds) rmSync(file);
    return holds;
  });
}

/** The file itself, or the files below a folder; links are not followed. */
function filesIn(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return [path];
  if (!found?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => lstatSync(file).isFile());
}
