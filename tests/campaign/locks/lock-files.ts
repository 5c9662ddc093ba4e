import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { type LockContent, type LockPlace, lockPath } from '../../../src/lifecycle/locks/lock-file.ts';
import { thisProcess } from '../../../src/lifecycle/locks/process.ts';
import { sinceBootMs } from '../../../src/lifecycle/locks/state.ts';
import { test } from '../../own-test.ts';

/** The process of the tests. */
export const OWN = thisProcess();

/** A process in another container of this machine: the same boot, another table of processes. */
export const IN_CONTAINER = {
  host: 'container',
  pid: OWN.pid,
  processStart: OWN.processStart?.replace(/pid:\[\d+\] \d+/, 'pid:[1] 77') ?? null,
};

/** A process of another machine. */
export const ELSEWHERE = { host: 'elsewhere', pid: 4711, processStart: 'another-boot pid:[1] 77' };

/** A process of this machine that is over, whose number another one has: that of the tests. */
export const REUSED = { ...OWN, processStart: OWN.processStart?.replace(/\d+$/, '1') ?? null };

/** A place in a folder of the test's own. */
export function placeOf(name = 'lock'): LockPlace {
  const folder = test.info().outputPath('locks');
  mkdirSync(folder, { recursive: true });
  return { folder, name };
}

/** Writes somebody's lock, last beaten and written so long ago, in milliseconds, and gives its path. */
export function writeLock(
  place: LockPlace,
  of: Partial<LockContent>,
  age: { readonly beatenMs?: number; readonly writtenMs?: number } = {},
): string {
  const { beatenMs = 0, writtenMs = beatenMs } = age;
  const path = lockPath(place, '0123456789abcdef');
  const at = new Date(Date.now() - writtenMs);
  const times = { startedAt: at.toISOString(), beatAt: at.toISOString() };
  writeFileSync(path, JSON.stringify({ ...OWN, ...times, beat: sinceBootMs() - beatenMs, ...of }));
  utimesSync(path, at, at);
  return path;
}
