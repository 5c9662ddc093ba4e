import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance, start } from './command.ts';
import { npm } from './npm.ts';
import { BUILD_SCRIPTS, copyProject, type ProjectCopy } from './project-copy.ts';

function copyAll(): ProjectCopy {
  return copyProject(['src', ...BUILD_SCRIPTS]);
}

function build(copy: ProjectCopy) {
  return npm(copy, ['run', 'build']);
}

/** The folders beside dist/ that a build is made in. */
function aside(copy: ProjectCopy): readonly string[] {
  return readdirSync(copy.path('.')).filter((name) => name.startsWith('.dist-'));
}

function explains(copy: ProjectCopy) {
  return conformance(['explain'], {}, copy.main);
}

test('a build that fails leaves the last one as it was, and nothing beside it @slow', async () => {
  const copy = copyAll();
  const source = copy.path('src/app/cli/explain.ts');
  const before = readFileSync(source);
  appendFileSync(source, '\nthis is no TypeScript\n');
  const stamp = readFileSync(copy.path('dist/built.json'), 'utf8');
  const { code, stderr } = await build(copy);
  expect([code, stderr]).toEqual([1, expect.stringContaining('src/app/cli/explain.ts')]);
  expect(aside(copy)).toEqual([]);
  expect(readFileSync(copy.path('dist/built.json'), 'utf8')).toBe(stamp);
  writeFileSync(source, before);
  expect((await explains(copy)).code).toBe(0);
});

test('a build that is killed leaves the last one as it was @slow', async () => {
  const copy = copyAll();
  appendFileSync(copy.path('src/app/cli/explain.ts'), '\n// changed\n');
  const { kill, ended } = start([], {}, copy.path('build.mjs'));
  await expect.poll(() => aside(copy).length, { intervals: [5] }).toBe(1);
  kill('SIGKILL');
  await ended;
  const { code, stderr } = await explains(copy);
  expect([code, stderr]).toEqual([4, expect.stringContaining('run `npm run build`.')]);
  expect((await build(copy)).code).toBe(0);
  expect((await explains(copy)).code).toBe(0);
});

test('builds at once, of sources that changed, all end well and leave a whole one @slow', async () => {
  const copy = copyAll();
  const more = `\nprocess.on('exit', () => console.log('built anew'));\n`;
  appendFileSync(copy.path('src/app/cli/explain.ts'), more);
  const builds = await Promise.all([build(copy), build(copy)]);
  expect(builds.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const { code, stdout } = await explains(copy);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/built anew\n$/)]);
  expect(aside(copy)).toEqual([]);
});

test('before tests it is built where something that it is built from has changed, and only then @slow', async () => {
  const copy = copyProject(['src', ...BUILD_SCRIPTS]);
  const stamp = copy.path('dist/built.json');
  const isBuiltAfter = async (change: () => void) => {
    const before = statSync(stamp).mtimeMs;
    change();
    expect((await start(['--if-old'], {}, copy.path('build.mjs')).ended).code).toBe(0);
    return statSync(stamp).mtimeMs !== before;
  };
  expect(await isBuiltAfter(() => undefined)).toBe(false);
  for (const change of [
    () => appendFileSync(copy.path('src/app/cli/explain.ts'), '\n// changed\n'),
    () => truncateSync(copy.path('dist/cli/explain.js'), 100),
  ]) {
    expect([change.toString(), await isBuiltAfter(change)]).toEqual([change.toString(), true]);
  }
  expect(await isBuiltAfter(() => undefined)).toBe(false);
});

/** So many runs, one after the other. */
const RUNS = 2;

for (const runner of ['direct', 'playwright']) {
  test(`${runner} runs while it is built again and again meet a whole build${longIf(runner === 'playwright')}`, async () => {
    const copy = copyAll();
    let isOver = false;
    const building = (async () => {
      for (let round = 0; !isOver; round += 1) {
        // Only the build's own file: what a run compares with it is the same.
        if (round % 2 === 1) copy.replace('dist/cli/explain.js', /$/, '\n// not as it was built');
        expect((await build(copy)).code).toBe(0);
      }
    })();
    const ends: (number | null)[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { code } = await conformance(['run', '--mock', '--runner', runner], {}, copy.main);
      ends.push(code);
      await setTimeout(50);
    }
    isOver = true;
    await building;
    expect(ends).toEqual(Array(RUNS).fill(0));
  });
}
