import { expect, test } from '@playwright/test';
import { loadContract } from '../../src/contract/contract.ts';
import { startMock } from '../../src/mock/server.ts';
import { attempt } from '../../src/sensitivity/attempt.ts';
import { disturbedServers } from '../../src/sensitivity/disturbed/servers.ts';
import { atOnce } from './at-once.ts';

const SEED = 20250317;

test('no conforming endpoint behind trouble is given another verdict than inconclusive', async () => {
  // Beside other tests it may have a fraction of one processor.
  test.setTimeout(180_000);
  const contract = await loadContract();
  const wrong = await atOnce(disturbedServers(SEED, 20), 16, async (server) => {
    const mock = await startMock(server.options, server.manner());
    const { verdict, reason } = await attempt(contract, mock.endpoint, server.limits);
    await mock.close();
    return verdict === 'inconclusive' ? [] : [`${server.name} ${verdict}: ${reason} ${server.title}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('the same seed gives the same trouble, each with a name of its own', () => {
  const names = (seed: number) => disturbedServers(seed, 30).map(({ name }) => name);
  expect(names(SEED)).toEqual(names(SEED));
  expect(names(SEED)).not.toEqual(names(SEED + 1));
  expect(new Set(names(SEED)).size).toBe(names(SEED).length);
});
