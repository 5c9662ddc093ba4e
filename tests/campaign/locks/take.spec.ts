import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { ownSchema } from '../../../src/engine/contract/own-schema.ts';
import { lockIn, lockPath, locksAt } from '../../../src/lifecycle/locks/lock-file.ts';
import { takeLock } from '../../../src/lifecycle/locks/take.ts';
import { test } from '../../own-test.ts';
import { ELSEWHERE, IN_CONTAINER, OWN, placeOf, REUSED, writeLock } from './lock-files.ts';

/** Takes the lock of the test's place: whether that worked, and what was said meanwhile. */
async function take(place = placeOf()) {
  const said: string[] = [];
  const taken = await takeLock(place, (line) => said.push(line));
  const path = 'lock' in taken ? taken.lock.path : taken.holder.path;
  if ('lock' in taken) taken.lock.release();
  return { isOurs: 'lock' in taken, path, said };
}

for (const [whose, of, age, isOurs] of [
  ['this process, which runs', OWN, { beatenMs: 3_600_000 }, false],
  ['a process whose number another has now', REUSED, {}, true],
  ['another container, beaten just now', IN_CONTAINER, {}, false],
  ['another container, beaten just now, by a clock that jumped', IN_CONTAINER, { writtenMs: 1e12 }, false],
  ['another container, silent', IN_CONTAINER, { beatenMs: 31_000, writtenMs: 0 }, true],
  [
    'another container, silent, by a clock that jumped',
    IN_CONTAINER,
    { beatenMs: 31_000, writtenMs: -1e9 },
    true,
  ],
  ['another machine, written just now', ELSEWHERE, {}, false],
] as const) {
  test(`a lock of ${whose} is ${isOurs ? 'taken over' : 'left'} at once`, async () => {
    const path = writeLock(placeOf(), of, age);
    expect(await take()).toMatchObject({ isOurs, said: [] });
    expect(existsSync(path)).toBe(!isOurs);
  });
}

for (const writtenMs of [3_600_000, -3_600_000]) {
  test(`a lock of another machine, written ${writtenMs} ms ago, is watched and then taken over @slow`, async () => {
    const path = writeLock(placeOf(), ELSEWHERE, { writtenMs });
    const { isOurs, said } = await take();
    const seconds = writtenMs < 0 ? 30 : 11;
    expect(said).toEqual([expect.stringContaining(`${path}\` may be of a run that is over`)]);
    expect([isOurs, said[0]]).toEqual([true, expect.stringContaining(`for ${seconds} s`)]);
    expect(existsSync(path)).toBe(false);
  });

  test(`a lock of another machine, written ${writtenMs} ms ago, that beats is left @slow`, async () => {
    const path = writeLock(placeOf(), ELSEWHERE, { writtenMs });
    const beats = setTimeout(() => utimesSync(path, new Date(), new Date()), 1000);
    expect(await take()).toMatchObject({ isOurs: false, path });
    clearTimeout(beats);
    expect(existsSync(path)).toBe(true);
  });
}

test('of many that meet at one lock that is over, one takes it @slow', async () => {
  for (let round = 0; round < 20; round += 1) {
    writeLock(placeOf(), REUSED);
    const all = await Promise.all(Array.from({ length: 12 }, () => takeLock(placeOf(), () => undefined)));
    const locks = all.flatMap((taken) => ('lock' in taken ? [taken.lock] : []));
    expect(locks).toHaveLength(1);
    expect(locksAt(placeOf()).map(({ path }) => path)).toEqual(locks.map(({ path }) => path));
    for (const lock of locks) lock.release();
    expect(locksAt(placeOf())).toEqual([]);
  }
});

test('a lock beats, says whose it is as its schema has it, and survives its folder @slow', async () => {
  const taken = await takeLock(placeOf(), () => undefined);
  if (!('lock' in taken)) throw new Error('It was free.');
  const { path, release } = taken.lock;
  const validate = ownSchema('lock.schema.json');
  expect([validate(JSON.parse(readFileSync(path, 'utf8'))), validate.errors]).toEqual([true, null]);
  expect(lockIn(path)?.content).toMatchObject({ ...OWN });
  const first = lockIn(path)?.content?.beat ?? 0;
  await expect.poll(() => lockIn(path)?.content?.beat, { timeout: 60_000 }).toBeGreaterThan(first + 4000);
  rmSync(placeOf().folder, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 6000));
  expect(existsSync(path)).toBe(false);
  release();
});

test('no link and no pipe that somebody put at the name of a lock is followed, and neither is a lock for ever @slow', async () => {
  const target = test.info().outputPath('target');
  writeFileSync(target, JSON.stringify({ ...REUSED, startedAt: '', beat: 0, beatAt: '' }));
  for (const [index, make] of [
    (path: string) => symlinkSync(target, path),
    (path: string) => execFileSync('mkfifo', [path]),
    (path: string) => mkdirSync(path),
    (path: string) => writeFileSync(path, '{"host":1}'),
  ].entries()) {
    const place = placeOf(`lock-${index}`);
    const path = lockPath(place, '0123456789abcdef');
    make(path);
    expect(lockIn(path)).toMatchObject({ content: null });
    expect(await take(place)).toMatchObject({ isOurs: false, path });
  }
  const old = lockPath(placeOf('lock-1'), '0123456789abcdef');
  utimesSync(old, new Date(0), new Date(0));
  expect(await take(placeOf('lock-1'))).toMatchObject({ isOurs: true });
  expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ beat: 0 });
});
