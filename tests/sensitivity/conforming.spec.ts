import { expect } from '@playwright/test';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { conformingServers } from '../../src/trials/conforming/servers.ts';
import type { Trial } from '../../src/trials/model.ts';
import { known } from '../../src/trials/servers.ts';
import { isRight } from '../../src/trials/tally.ts';
import { tryServer, tryServers } from '../../src/trials/trial.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from './lengths.ts';

const SEED = 20250317;
const TRIED = { suite: triedPlugins, contract: await pluginsContract(), lengths: LENGTHS };
const freedoms = triedPlugins.freedoms(TRIED.contract, LENGTHS);

test('no generated conforming server is given another verdict than conformant @slow', async () => {
  // Beside other tests it may have a fraction of one processor.
  test.setTimeout(600_000);
  // `npm run sensitivity` tries hundreds.
  const servers = conformingServers(TRIED, SEED, 12).map((server) => known('conforming', server));
  const trials: Trial[] = [];
  await tryServers(TRIED, servers, (trial) => trials.push(trial));
  expect(trials.length).toBe(12);
  expect(trials.filter((trial) => !isRight(trial))).toEqual([]);
});

test('of two instances that List tells within one second Show gives the one that was installed @slow', async () => {
  const server = conformingServers(TRIED, 2026, 300).find(({ name }) => name === 'conforming-122');
  if (server === undefined) throw new Error('There is no such server.');
  expect(server.title).toContain('Show gives milliseconds, and List and the DELETE whole seconds');
  // Where in a second the two are installed is chance.
  for (let at = 0; at < 8; at += 1) {
    expect((await tryServer(TRIED, known('conforming', server))).verdict).toBe('conformant');
  }
});

test('generated servers use every way of every freedom, and do as the mock does too', () => {
  const counts = new Map(
    freedoms.flatMap(({ name, ways }) =>
      [null, ...ways.map(({ title }) => title)].map((title) => [`${name}: ${title ?? 'plain'}`, 0]),
    ),
  );
  for (const { chosen } of conformingServers(TRIED, SEED, 600)) {
    for (const { name } of freedoms) {
      const key = `${name}: ${chosen[name] ?? 'plain'}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  expect([...counts].filter(([, count]) => count < 5)).toEqual([]);
  expect(counts.size).toBe(freedoms.reduce((sum, { ways }) => sum + ways.length + 1, 0));
});

test('the same seed gives the same servers, and another one gives others', () => {
  const titles = (seed: number) =>
    conformingServers(TRIED, seed, 20).map(({ name, title }) => `${name} ${title}`);
  expect(titles(SEED)).toEqual(titles(SEED));
  expect(titles(SEED)).not.toEqual(titles(SEED + 1));
  expect(new Set(titles(SEED)).size).toBe(20);
});

test('a way is told by its title', () => {
  const titles = freedoms.flatMap(({ ways }) => ways.map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
  const names = freedoms.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const named = freedoms.flatMap(({ ways }) => ways.flatMap(({ without = [] }) => without));
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
});

test('the walk is as long as its parts', () => {
  const { requests, looks, installs, underTest } = LENGTHS;
  expect(looks + installs + underTest).toBe(requests);
  expect(Math.min(looks, installs, underTest)).toBeGreaterThan(1);
});
