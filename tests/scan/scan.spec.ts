import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { removeSecretFiles } from '../../src/scan/scan.ts';
import { SECRET, written } from './look.ts';

const dir = (...names: readonly string[]) => test.info().outputPath(...names);

test('of files and folders each file that holds a secret is removed and named, and nothing else', () => {
  written('report.html', `it is ${SECRET}`);
  written('other.html', 'it is none');
  written('folder/deep/er/trace', encodeURIComponent(SECRET));
  written('folder/deep/clean', 'nothing');
  written('elsewhere', SECRET);
  symlinkSync(dir('elsewhere'), dir('folder', 'link'));
  const paths = [
    dir('report.html'),
    dir('other.html'),
    dir('folder'),
    dir('folder', 'deep'),
    dir('not-there'),
  ];
  expect(removeSecretFiles(paths, [SECRET])).toEqual([
    dir('report.html'),
    dir('folder', 'deep', 'er', 'trace'),
  ]);
  expect(existsSync(dir('report.html'))).toBe(false);
  expect(existsSync(dir('folder', 'deep', 'er', 'trace'))).toBe(false);
  for (const kept of ['other.html', join('folder', 'deep', 'clean'), 'elsewhere'])
    expect(readFileSync(dir(kept), 'utf8')).not.toBe('');
});

test('without a secret nothing is read', () => {
  expect(removeSecretFiles([written('file', 'x')], [])).toEqual([]);
});
