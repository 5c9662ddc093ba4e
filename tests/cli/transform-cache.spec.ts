import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ownFolder } from '../../src/app/cli/transform-cache.ts';
import { test } from '../own-test.ts';
import { conformance, type Ended } from './command.ts';

const below = (...names: readonly string[]) => test.info().outputPath(...names);
const user = process.geteuid?.() ?? 0;

/** A run under Playwright whose temporary folder and caches are the test's own. */
async function run(more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  mkdirSync(below('temporary'), { recursive: true });
  const environment = { TMPDIR: below('temporary'), XDG_CACHE_HOME: below('caches'), ...more };
  const ended = await conformance(['run', '--mock'], environment);
  expect(ended.code).toBe(0);
  return ended;
}

/** What stays in the temporary folder of a run that Playwright would run, or trust. */
function leftInTemporary(): readonly string[] {
  return readdirSync(below('temporary'));
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

test("Playwright's cache is a folder of the user's own, closed to others, and is kept between runs @slow", async () => {
  const { stdout } = await run();
  const cache = below('caches', 'modelarts-plugin-conformance', 'playwright');
  for (const folder of [cache, join(cache, '..')]) expect(statSync(folder).mode & 0o777).toBe(0o700);
  const made = filesIn(cache).filter((name) => name.endsWith('.js'));
  expect(made.length).toBeGreaterThan(0);
  const before = made.map((name) => statSync(join(cache, name)).mtimeMs);
  await run();
  expect(made.map((name) => statSync(join(cache, name)).mtimeMs)).toEqual(before);
  expect(leftInTemporary()).toEqual([]);
  expect(stdout).not.toContain('cache');
});

test('without a folder for caches it is below the home, and a path that is not absolute is none @slow', async () => {
  await run({ XDG_CACHE_HOME: 'relative', HOME: below('home') });
  expect(filesIn(below('home', '.cache', 'modelarts-plugin-conformance')).length).toBeGreaterThan(1);
  expect(leftInTemporary()).toEqual([]);
});

test('where no folder can be made the run has one that goes with it @slow', async () => {
  writeFileSync(below('no-folder'), '');
  await run({ XDG_CACHE_HOME: below('no-folder') });
  expect(leftInTemporary()).toEqual([]);
});

function openFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o777);
}

for (const [what, prepare] of [
  ['is a link', (path: string) => symlinkSync(below('of-another'), path)],
  ['is open to other users', openFolder],
  ['is no folder', (path: string) => writeFileSync(path, '')],
] as const) {
  test(`a cache that ${what} is told and not used @slow`, async () => {
    mkdirSync(below('of-another'));
    mkdirSync(below('caches'));
    const path = below('caches', 'modelarts-plugin-conformance');
    prepare(path);
    const { stdout } = await run();
    expect(stdout).toContain(`Playwright would run what is in \`${path}\`, which ${what}, so this run has`);
    expect(filesIn(below('of-another'))).toEqual([]);
    if (statSync(path).isDirectory()) expect(filesIn(path)).toEqual([]);
    expect(leftInTemporary()).toEqual([]);
  });
}

test('a folder on the way that is open to everybody, or of another user, is not trusted; one with the sticky bit is', () => {
  const base = below('caches');
  expect(ownFolder(base, user)).toBe(join(base, 'modelarts-plugin-conformance', 'playwright'));
  chmodSync(base, 0o777);
  expect(ownFolder(base, user)).toEqual({ path: base, why: 'everybody may write into' });
  chmodSync(base, 0o1777);
  expect(ownFolder(base, user)).toBe(join(base, 'modelarts-plugin-conformance', 'playwright'));
  // As another user sees it, if not root made it.
  expect(ownFolder(base, user + 1)).toMatchObject({ why: "is another user's" });
});

for (const name of ['PWTEST_CACHE_DIR', 'PLAYWRIGHT_TRANSFORM_CACHE_DIR']) {
  test(`what the user says in \`${name}\` is done @slow`, async () => {
    await run({ [name]: below('mine') });
    expect(filesIn(below('mine')).length).toBeGreaterThan(0);
    expect(readdirSync(below())).not.toContain('caches');
  });
}
