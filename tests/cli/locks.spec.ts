import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { locksAt } from '../../src/lifecycle/locks/lock-file.ts';
import { directoryPlace } from '../../src/lifecycle/locks/places.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { ELSEWHERE, OWN, REUSED, writeLock } from '../campaign/locks/lock-files.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance, start } from './command.ts';
import {
  installed,
  lockPaths,
  machine,
  namesIn,
  poolOf,
  reportIn,
  reportsOf,
  settingsOn,
} from './lock-runs.ts';
import { isInstalled } from './pool-of.ts';

const RUNNERS = ['direct', 'playwright'] as const;

for (const first of RUNNERS) {
  for (const second of RUNNERS) {
    test(`beside a ${first} run, a ${second} one in its directory ends in 2, one at its pool in 3 without sending${longIf(first !== second || first === 'playwright')}`, async () => {
      test.slow();
      const mock = await startMock({ installMs: 600_000 });
      const running = start(['run', '--runner', first], settingsOn(mock, 'one'));
      await installed('one');
      const [directory = '', pool = ''] = lockPaths(mock, 'one');
      const inDirectory = await conformance(['run', '--runner', second], {
        ...settingsOn(mock, 'one'),
        ...machine('another-machine'),
      });
      expect([inDirectory.code, inDirectory.stderr]).toEqual([2, expect.stringContaining(directory)]);
      expect(inDirectory.stderr).toContain(`process ${running.child.pid} on \`${OWN.host}\``);
      expect(inDirectory.stderr).toMatch(/another run is under way .*begun at 2.*last beat at 2.*remove `/);
      const atPool = await conformance(['run', '--runner', second], settingsOn(mock, 'other'));
      expect([atPool.code, atPool.stdout]).toEqual([3, expect.stringContaining(pool)]);
      expect(reportIn('other').verdict).toBe('inconclusive');
      expect(namesIn('other')).toEqual(expect.arrayContaining(['evidence.har', 'junit.xml']));
      const har = JSON.parse(readFileSync(join(reportsOf('other'), 'evidence.har'), 'utf8'));
      expect(har.log.entries).toEqual([]);
      expect(lockPaths(mock, 'one')).toEqual([directory, pool]);
      expect(locksAt(directoryPlace(reportsOf('other')))).toEqual([]);
      running.kill('SIGTERM');
      expect((await running.ended).code).toBe(130);
      expect(lockPaths(mock, 'one')).toEqual([]);
      expect(await isInstalled(mock)).toBe(false);
      await mock.close();
    });
  }

  test(`a ${first} run that is killed is over at once, for the next run and for \`sweep\`${longIf(first === 'playwright')}`, async () => {
    test.slow();
    const mock = await startMock({ installMs: 3000 });
    const settings = settingsOn(mock, 'one');
    const running = start(['run', '--runner', first], settings);
    await installed('one');
    running.kill('SIGKILL');
    await running.ended;
    expect(lockPaths(mock, 'one')).toHaveLength(2);
    const swept = await conformance(['sweep'], settings);
    expect([swept.code, swept.stdout]).toEqual([0, expect.stringContaining('✓ removed')]);
    const next = await conformance(['run', '--runner', first], settings);
    expect([next.code, lockPaths(mock, 'one')]).toEqual([0, []]);
    await mock.close();
  });
}

test('a run whose locks are those of a process that is over, whose number another has, begins and leaves none @slow', async () => {
  const mock = await startMock();
  mkdirSync(reportsOf('one'));
  const paths = [directoryPlace(reportsOf('one')), poolOf(mock)].map((place) => writeLock(place, REUSED));
  const { code } = await conformance(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  expect([code, paths.map(existsSync), lockPaths(mock, 'one')]).toEqual([0, [false, false], []]);
  await mock.close();
});

test('of many runs that begin at one pool at once, where a lock is over, one sends @slow', async () => {
  test.slow();
  const mock = await startMock({ installMs: 20_000 });
  writeLock(poolOf(mock), REUSED);
  const names = ['1', '2', '3', '4'];
  const runs = names.map((name) => start(['run', '--runner', 'direct'], settingsOn(mock, name)));
  const codes = (await Promise.all(runs.map(({ ended }) => ended))).map(({ code }) => code);
  expect(codes.sort()).toEqual([0, 3, 3, 3]);
  await mock.close();
});

test('a run that is stopped has its locks, however long it does not beat @slow', async () => {
  const mock = await startMock({ installMs: 600_000 });
  const running = start(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  await installed('one');
  running.kill('SIGSTOP');
  for (const path of lockPaths(mock, 'one')) {
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), beat: 0 }));
  }
  expect((await conformance(['run'], settingsOn(mock, 'one'))).code).toBe(2);
  expect((await conformance(['run', '--runner', 'direct'], settingsOn(mock, 'other'))).code).toBe(3);
  running.kill('SIGCONT');
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  await mock.close();
});

test('a lock of another machine that beat just now is left; one that is old is watched, and that is told @slow', async () => {
  const mock = await startMock();
  const path = writeLock(poolOf(mock), ELSEWHERE);
  const fresh = await conformance(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  expect([fresh.code, fresh.stdout]).toEqual([3, expect.stringContaining('process 4711 on `elsewhere`')]);
  expect(mock.requests()).toBe(0);
  writeLock(poolOf(mock), ELSEWHERE, { writtenMs: 60_000 });
  const old = await conformance(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  expect([old.code, old.stdout]).toEqual([0, expect.stringContaining(`${path}\` may be of a run that is`)]);
  await mock.close();
});

test('no lock names anything in clear, and a run goes on where the folder of a lock is removed @slow', async () => {
  const mock = await startMock({ installMs: 12_000 });
  const running = start(['run', '--runner', 'direct'], settingsOn(mock, 'one'));
  await installed('one');
  const { TMPDIR = '' } = machine();
  const texts = readdirSync(TMPDIR).flatMap((name) => [name, readFileSync(join(TMPDIR, name), 'utf8')]);
  const { projectId, poolName, templateName } = mock.options;
  for (const name of [projectId, poolName, templateName, '127.0.0.1'])
    expect(texts.join()).not.toContain(name);
  rmSync(TMPDIR, { recursive: true });
  expect((await running.ended).code).toBe(0);
  await mock.close();
});

test('what ends a Playwright run before it began leaves no lock @slow', async () => {
  const mock = await startMock();
  const running = start(['run'], settingsOn(mock, 'one'));
  await expect.poll(() => lockPaths(mock, 'one').length, { timeout: 60_000, intervals: [5] }).toBe(2);
  running.kill('SIGTERM');
  expect((await running.ended).code).toBe(130);
  expect(lockPaths(mock, 'one')).toEqual([]);
  expect(mock.requests()).toBe(0);
  await mock.close();
});

test('the embedded mock is of no lock but the directory, and two runs on it never meet @slow', async () => {
  const settings = (dir: string) => ({ ...machine(), CONFORMANCE_REPORTS_DIR: reportsOf(dir) });
  const runs = ['one', 'other'].map((dir) => conformance(['run', '--runner', 'direct'], settings(dir)));
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0]);
});

test('without a temporary folder that can be written to, a live run ends in 2 and names it @slow', async () => {
  const mock = await startMock();
  const settings = { ...settingsOn(mock, 'one'), TMPDIR: reportsOf('nowhere') };
  for (const runner of RUNNERS) {
    const { code, stderr } = await conformance(['run', '--runner', runner], settings);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\`${reportsOf('nowhere')}\``)]);
  }
  expect([mock.requests(), lockPaths(mock, 'one')]).toEqual([0, []]);
  await mock.close();
});
