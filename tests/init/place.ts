import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, start } from '../cli/command.ts';
import { test } from '../own-test.ts';

/** A folder of the test's own, empty at the beginning. */
export function emptyFolder(): string {
  const folder = test.info().outputPath('project');
  mkdirSync(folder);
  return folder;
}

/** Runs a command in a folder, where no variable sets anything. */
export function conformanceIn(folder: string, ...args: readonly string[]): Promise<Ended> {
  return start(args, { CONFORMANCE_REPORTS_DIR: '' }, undefined, folder).ended;
}

/** What stands below a folder: of files their text, of links and folders what they are. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names.sort().map((name) => {
      const found = lstatSync(join(folder, name));
      return [
        name,
        found.isFile() ? readFileSync(join(folder, name), 'utf8') : found.isDirectory() ? '/' : '@',
      ];
    }),
  );
}
