import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { codeCacheOf, loadCompiled } from '../../src/app/cli/compiled.ts';
import { test as own } from '../own-test.ts';
import { conformance } from './command.ts';
import { npm } from './npm.ts';
import { BUILD_SCRIPTS, copyProject } from './project-copy.ts';

/** In a process of its own: the engine takes what it compiled from nobody whose settings are others, as tests leave some. */
const test = own.extend<object, { fresh: null }>({
  fresh: [async ({}, use) => use(null), { scope: 'worker', auto: true }],
});

const DIST = new URL('../../dist/', import.meta.url);
const RUN = ['run', '--mock', '--runner', 'direct'];

test('a build keeps what the engine made of a run, and a run takes it, unless it is none @slow', async () => {
  const copy = copyProject(['src', ...BUILD_SCRIPTS]);
  const file = copy.path('dist/run/both-runners.cjs');
  const cache = codeCacheOf(file);
  rmSync(cache, { force: true });
  expect(loadCompiled(file).isCached).toBe(false);
  expect((await npm(copy, ['run', 'build'], { NODE_V8_COVERAGE: '' })).code).toBe(0);
  expect(loadCompiled(file).isCached).toBe(true);

  const whole = readFileSync(cache);
  const other = Buffer.from(whole);
  // The engine itself looks at lengths alone, and would end the process.
  other.fill(0xff, 100_000, 100_100);
  for (const broken of ['', 'no code', whole.subarray(0, whole.length / 2), other]) {
    writeFileSync(cache, broken);
    expect(loadCompiled(file).isCached).toBe(false);
    expect((await conformance(RUN, {}, copy.main)).code).toBe(0);
  }
});

test('where lines are counted there is no such cache @slow', async () => {
  const copy = copyProject(['src', ...BUILD_SCRIPTS]);
  const cache = codeCacheOf(copy.path('dist/run/both-runners.cjs'));
  writeFileSync(cache, 'some');
  const counts = test.info().outputPath('counts');
  expect((await npm(copy, ['run', 'build'], { NODE_V8_COVERAGE: counts })).code).toBe(0);
  expect(existsSync(cache)).toBe(false);
});

test('what both runners need stands in one file of the build, which loads nothing of Playwright', () => {
  const { files } = JSON.parse(readFileSync(new URL('built.json', DIST), 'utf8'));
  const read = (name: string) => readFileSync(new URL(name, DIST), 'utf8');
  const commonJs = Object.keys(files).filter((name) => name.endsWith('.cjs'));
  // The judge and the walk, which are most of it.
  const whole = commonJs.filter((name) => /\bfunction (?:judge|openCampaign)\(/.test(read(name)));
  expect(whole).toEqual(['run/both-runners.cjs']);
  expect(read('run/both-runners.cjs').match(/\b(?:require|import\w*)\("@?playwright[^"]*"/)).toBeNull();
});
