import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The files whose tests a project has. */
function filesOf(project: string): readonly string[] {
  const args = ['playwright', 'test', '--config', 'tests/playwright.config.ts', `--project=${project}`];
  // Another run's folder is removed by a run, not by a list of its tests.
  const listed = execFileSync('npx', ['--no', ...args, '--list'], { cwd: ROOT, encoding: 'utf8' });
  const files = [...listed.matchAll(/› (\S+\.spec\.ts):/g)].map(([, file = '']) => file);
  return [...new Set(files)];
}

test('the check of the house runs its tests alone, wherever the checkout lies', () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${ROOT}/package.json`, 'utf8'),
  );
  const command = scripts['check']?.split('&&').at(-1) ?? '';
  expect(command.trim().split(' ').slice(2)).toEqual([
    '--config',
    'tests/playwright.config.ts',
    '--project=house',
  ]);
  expect([...filesOf('house')].sort()).toEqual([
    'house-imports.spec.ts',
    'house-rules.spec.ts',
    'house.spec.ts',
  ]);
});

test('every other test is in one of the two others', () => {
  const [tests, long] = [filesOf('tests'), filesOf('long')];
  expect(tests.filter((file) => long.includes(file))).toEqual([]);
  expect(tests).toContain('house.spec.ts');
  expect(tests.length).toBeGreaterThan(100);
  expect(long.length).toBeGreaterThan(20);
});
