import { readFileSync, writeFileSync } from 'node:fs';
import { test } from '../own-test.ts';

/**
 * The lines of a snapshot beside this file. With Playwright's `--update-snapshots` it is written from what a test found,
 * and what differs is looked at by whoever commits it; null where a test finds but a part.
 */
export function linesOf(name: string, found: readonly string[] | null): readonly string[] {
  const file = new URL(name, import.meta.url);
  const { updateSnapshots } = test.info().config;
  if (found !== null && (updateSnapshots === 'all' || updateSnapshots === 'changed')) {
    writeFileSync(file, found.map((line) => `${line}\n`).join(''));
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
