import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { PACKAGE_ROOT, rootAbove } from '../../src/engine/package-root.ts';
import { test } from '../own-test.ts';

test('the root of the package is the folder with its package.json', () => {
  expect(PACKAGE_ROOT.href).toBe(new URL('../../', import.meta.url).href);
});

test('however deep a file stands, the nearest folder with a package.json is the root', () => {
  const folder = (path: string) => pathToFileURL(`${test.info().outputPath(path)}/`);
  mkdirSync(folder('package/one/two/three'), { recursive: true });
  writeFileSync(new URL('package.json', folder('package')), '{}');
  for (const path of ['package', 'package/one', 'package/one/two', 'package/one/two/three']) {
    expect([path, rootAbove(folder(path)).href]).toEqual([path, folder('package').href]);
  }
});

test('where no folder above has one, it is an error', () => {
  expect(() => rootAbove(new URL('file:///no/such/folder/'))).toThrow(
    'No folder above the suite has a `package.json`.',
  );
});
