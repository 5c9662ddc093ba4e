import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { installed } from './install.ts';

/** A folder of the test's own that needs `dependencies`, and whose lock file names none. */
function folderWith(dependencies: Readonly<Record<string, string>>): string {
  const folder = test.info().outputPath();
  const root = { name: 'nothing', version: '1.0.0' };
  const lock = { ...root, lockfileVersion: 3, requires: true, packages: { '': root } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...root, dependencies }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  return folder;
}

test('two that install at once do not disturb each other, and a third installs nothing @example-install', async () => {
  const folder = folderWith({});
  await Promise.all([installed(folder), installed(folder)]);
  const places = readdirSync(join(folder, 'node_modules'));
  expect(places).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  const { mtimeMs } = statSync(join(folder, 'node_modules'));
  const require = await installed(folder);
  expect(statSync(join(folder, 'node_modules')).mtimeMs).toBe(mtimeMs);
  expect(require.resolve('./package.json')).toBe(
    join(folder, 'node_modules', places[0] ?? '', 'package.json'),
  );
});

test('what cannot be installed is told in one sentence, and leaves nothing behind @slow', async () => {
  const folder = folderWith({ 'fast-check': '4.0.0' });
  await expect(installed(folder)).rejects.toThrow(
    /^What a test compares with could not be installed: code EUSAGE; `npm ci` can only install[^\n]*$/,
  );
  expect(readdirSync(join(folder, 'node_modules'))).toEqual([]);
});
