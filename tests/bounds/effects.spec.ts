import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { idsOf, liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { largePool, neighbour } from './payloads.ts';

/** More than have their `spec` kept as it came. */
const COUNT = 4000;

/** Beyond those. */
const CHANGED = 3500;

for (const [what, change, failed] of [
  ['goes', () => null, ['delete.effect.neighbours']],
  ['has another `spec`', (at) => neighbour(at, { other: true }), ['delete.effect.neighbours']],
  ['has another time', (at) => neighbour(at).replace('12:29:18Z', '12:30:18Z'), ['delete.effect.neighbours']],
  ['has another status', (at) => neighbour(at).replaceAll('Running', 'Abnormal'), []],
] as const satisfies readonly (readonly [string, (at: number) => string | null, readonly string[]])[]) {
  test(`of a pool that is too large to be kept, a neighbour that ${what} with a DELETE is told as it should be${longIf(what.startsWith('has'))}`, async () => {
    test.setTimeout(600_000);
    const neighbours = (deletions: number) =>
      Array.from({ length: COUNT }, (_, at) => (deletions > 0 && at === CHANGED ? change(at) : neighbour(at)))
        .filter((one) => one !== null)
        .join();
    const mock = await startMock();
    const disturbed = await startDisturbed(mock, largePool(COUNT, neighbours));
    const environment = { ...liveSettings(disturbed.endpoint), MODELARTS_REQUEST_TIMEOUT_MS: '60000' };
    const { report } = (await run({ ...environment, MODELARTS_SETTLE_TIMEOUT_MS: '20000' })).input;
    expect(idsOf(report, 'failed')).toEqual(failed);
    expect(idsOf(report, 'inconclusive', 'drift')).toEqual([]);
    await disturbed.close();
    await mock.close();
  });
}
