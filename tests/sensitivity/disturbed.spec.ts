import { expect, test } from '@playwright/test';
import { loadContract } from '../../src/contract/contract.ts';
import type { Trial } from '../../src/model/sensitivity.ts';
import { disturbedServers } from '../../src/sensitivity/disturbed/servers.ts';
import { known } from '../../src/sensitivity/servers.ts';
import { isRight } from '../../src/sensitivity/tally.ts';
import { tryServers } from '../../src/sensitivity/trial.ts';
import { REACH } from '../../src/sensitivity/walk-lengths.ts';

const SEED = 20250317;
const contract = await loadContract();
const TRIED = { contract, walk: REACH };

test('no conforming endpoint behind trouble is given another verdict than inconclusive', async () => {
  // Beside other tests it may have a fraction of one processor.
  test.setTimeout(600_000);
  const servers = disturbedServers(TRIED, SEED, 8).map((server) => known('disturbed', server));
  const trials: Trial[] = [];
  await tryServers(contract, servers, (trial) => trials.push(trial));
  expect(trials.length).toBe(servers.length);
  expect(trials.filter((trial) => !isRight(trial))).toEqual([]);
});

test('the same seed gives the same trouble, each with a name of its own', () => {
  const names = (seed: number) => disturbedServers(TRIED, seed, 30).map(({ name }) => name);
  expect(names(SEED)).toEqual(names(SEED));
  expect(names(SEED)).not.toEqual(names(SEED + 1));
  expect(new Set(names(SEED)).size).toBe(names(SEED).length);
});
