import { expect } from '@playwright/test';
import { ruled } from '../../../src/engine/judge/requirements.ts';
import { test } from '../../own-test.ts';
import { given } from './given.ts';
import { type Found, judgeHostile } from './hostile/judging.ts';
import { EXCHANGES_OF_A_RUN } from './hostile/runs.ts';

const SEED = 20_250_317;
const OF_A_SHARE = 100_000 / 4;

/** Some runs leave exchanges out. */
const RUNS = Math.ceil((OF_A_SHARE / EXCHANGES_OF_A_RUN) * 1.15);

/** Some runs are judged in a second on a busy machine; this tells a judge that hangs from a slow one. */
const BOUNDS = { memoryMb: 512, secondsOfARun: 60 };

/** The rules that have something to demand of this API: each documented answer has a body, so one has not. */
const rules = [...new Set(ruled(given).map(({ rule }) => rule.id))];

/** Whether a rule saw what it passes, and what it does not. */
function reached({ passed, failed, drift }: Found['outcomes'][string] = {}): boolean {
  return passed !== undefined && (failed ?? drift) !== undefined;
}

/** Each quarter takes half a minute, and reaches every rule by itself. */
const QUARTERS = { '@slow': [1], '@long': [2, 3, 4] } as const;

for (const [tag, quarters] of Object.entries(QUARTERS)) {
  const seeds = quarters.map((quarter) => SEED + quarter);
  test(`a quarter of 100,000 hostile exchanges is judged, of each of these seeds: ${seeds.join(', ')} ${tag}`, async () => {
    test.setTimeout(1_800_000);
    for (const seed of seeds) {
      const order = { seed, runs: RUNS, huge: false };
      const { exchanges, outcomes, failure } = await judgeHostile(order, BOUNDS, test.info().outputPath());
      expect([seed, failure]).toEqual([seed, null]);
      expect(exchanges).toBeGreaterThanOrEqual(OF_A_SHARE);
      // Noise alone would never come as far as most rules.
      expect(rules.length).toBeGreaterThan(12);
      expect([seed, rules.filter((id) => !reached(outcomes[id]))]).toEqual([seed, []]);
    }
  });
}

test('hostile exchanges with bodies of 50 MB are judged @slow', async () => {
  test.setTimeout(900_000);
  const bounds = { memoryMb: 2048, secondsOfARun: 600 };
  const order = { seed: SEED, runs: 2, huge: true };
  expect((await judgeHostile(order, bounds, test.info().outputPath())).failure).toBeNull();
});

test('what takes more memory, or more time, than it may is ended, and the run is told @slow', async () => {
  const order = { seed: SEED, runs: 16, huge: true };
  const folder = test.info().outputPath();
  const least = judgeHostile(order, { ...BOUNDS, memoryMb: 64 }, folder);
  await expect(least).rejects.toThrow(/heap out of memory: seed 20250317, run \d+\.$/);
  const briefest = judgeHostile(order, { ...BOUNDS, secondsOfARun: 0.01 }, folder);
  await expect(briefest).rejects.toThrow(/not judged within 0.01 s: seed 20250317, run \d+\.$/);
});
