import { expect } from '@playwright/test';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import { disturbedServers } from '../../src/trials/disturbed/servers.ts';
import type { Trial } from '../../src/trials/model.ts';
import { known } from '../../src/trials/servers.ts';
import { isRight } from '../../src/trials/tally.ts';
import { tryServers } from '../../src/trials/trial.ts';
import { test } from '../own-test.ts';
import { LENGTHS } from './lengths.ts';

const SEED = 20250317;
const TRIED = { suite: triedPlugins, contract: await pluginsContract(), lengths: LENGTHS };

test('no conforming endpoint behind trouble is given another verdict than inconclusive @slow', async () => {
  // Beside other tests it may have a fraction of one processor.
  test.setTimeout(600_000);
  // Each that has a name; of those that are drawn `npm run sensitivity` tries more.
  const servers = disturbedServers(TRIED, SEED, 2).map((server) => known('disturbed', server));
  const trials: Trial[] = [];
  await tryServers(TRIED, servers, (trial) => trials.push(trial));
  expect(trials.length).toBe(servers.length);
  expect(trials.filter((trial) => !isRight(trial))).toEqual([]);
});

test('the same seed gives the same trouble, each with a name of its own', () => {
  const names = (seed: number) => disturbedServers(TRIED, seed, 30).map(({ name }) => name);
  expect(names(SEED)).toEqual(names(SEED));
  expect(names(SEED)).not.toEqual(names(SEED + 1));
  expect(new Set(names(SEED)).size).toBe(names(SEED).length);
});
