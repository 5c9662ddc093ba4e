import { expect } from '@playwright/test';
import { ignoredPaths, lackingIn } from '../../src/app/init/gitignore.ts';
import { test } from '../own-test.ts';

const WANTED = ['.env', 'reports/'];

/** What is put behind a `.gitignore`. */
const LACKING: readonly (readonly [text: string, lacking: string])[] = [
  ['', '.env\nreports/\n'],
  ['node_modules\n', '.env\nreports/\n'],
  ['node_modules', '\n.env\nreports/\n'],
  ['node_modules\r\ndist\r\n', '.env\r\nreports/\r\n'],
  ['node_modules\r\ndist', '\r\n.env\r\nreports/\r\n'],
  ['.env\n', 'reports/\n'],
  ['reports/', '\n.env\n'],
  ['\uFEFF.env\r\nreports/', ''],
  ['/.env  \n/reports\n', ''],
  ['**/.env\nreports/*\n!reports/.gitkeep\n', ''],
  // What looks like it and is not.
  ['# .env\n.env.local\nmy.env\nsrc/reports/\nreports/*.html\n', '.env\nreports/\n'],
  // The last line about a path decides.
  ['.env\n!.env\nreports/\n', '.env\n'],
  ['!.env\n.env\nreports/\n', ''],
];

for (const [text, lacking] of LACKING) {
  test(`a \`.gitignore\` of ${JSON.stringify(text)} gains ${JSON.stringify(lacking)}`, () => {
    expect(lackingIn(text, WANTED)).toBe(lacking);
    expect(lackingIn(text + lacking, WANTED)).toBe('');
  });
}

test('ignored is the folder of reports where it is below, as a pattern that means it alone', () => {
  const below = (dir: string) => ignoredPaths('/project', [dir]).slice(1);
  expect(ignoredPaths('/project', ['/project/reports', '/project/reports'])).toEqual(WANTED);
  expect(below('/project/out/of *[1]')).toEqual(['out/of \\*\\[1\\]/']);
  expect(below('/project/#1')).toEqual(['\\#1/']);
  expect(below('/project/..reports')).toEqual(['..reports/']);
  for (const dir of ['/project', '/', '/projects/reports', '/elsewhere'])
    expect([dir, below(dir)]).toEqual([dir, []]);
});
