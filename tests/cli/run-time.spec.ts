import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';
import { neighboursOf, poolOf } from './pool-of.ts';

/** No other limit is met before that of the run. */
const PATIENT = { MODELARTS_REQUEST_TIMEOUT_MS: '80000000', MODELARTS_SETTLE_TIMEOUT_MS: '80000000' };

/** Workers start late on a busy machine, and the run has begun by then. */
const RUNNERS = { direct: '15000', playwright: '30000' } as const;

const never: Disturbance = { instead: () => undefined };
const report = () =>
  JSON.parse(readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8')) as Report;
const ledger = () => readLedger(test.info().outputPath('reports', 'ledger.ndjson')).map(({ event }) => event);

for (const [runner, limit] of Object.entries(RUNNERS)) {
  const timed = { ...PATIENT, MODELARTS_RUN_TIMEOUT_MS: limit };

  test(`a ${runner} run whose time is over ends in exit 3, with what it installed removed @slow`, async () => {
    test.setTimeout(900_000);
    const mock = await startMock({ installMs: 80_000_000 });
    const settings = { ...liveSettings(mock.endpoint), ...timed };
    const { code, stdout } = await conformance(['run', '--runner', runner], settings);
    expect([code, stdout]).toEqual([3, expect.stringMatching(/INCONCLUSIVE.*MODELARTS_RUN_TIMEOUT_MS/)]);
    const { verdict, reason, interrupted, limits, scenarios } = report();
    expect([verdict, interrupted]).toEqual(['inconclusive', false]);
    expect(reason).toContain(`The time of the run was over: \`MODELARTS_RUN_TIMEOUT_MS\` is ${limit}`);
    expect(limits).toEqual({
      requestTimeoutMs: 80_000_000,
      settleTimeoutMs: 80_000_000,
      runTimeoutMs: Number(limit),
      longestMs: Number(limit) + 80_000_000,
    });
    expect(new Set(scenarios.slice(1).map(({ state }) => state))).toEqual(new Set(['not-run']));
    expect(ledger().at(-1)).toBe('gone');
    expect(await poolOf(mock)).toEqual(neighboursOf(mock));
    await mock.close();
  });

  test(`a ${runner} run whose time is over during a request aborts it, and a violation stays one${longIf(runner === 'playwright')}`, async () => {
    test.setTimeout(900_000);
    const mock = await startMock({ deviation: 'no-token-200' });
    // The second DELETE under test is never answered.
    const target = await startDisturbed(mock, ({ method, own, before }) =>
      method === 'DELETE' && !own && before === 1 ? never : null,
    );
    const settings = { ...liveSettings(target.endpoint), ...timed };
    const { code } = await conformance(['run', '--runner', runner], settings);
    const { verdict, scenarios } = report();
    expect([code, verdict]).toEqual([1, 'non-conformant']);
    expect(scenarios.map(({ state }) => state)).toContain('blocked');
    const har = readFileSync(test.info().outputPath('reports', 'evidence.har'), 'utf8');
    expect(har).toContain('The time of the run was over');
    expect(ledger().at(-1)).toBe('gone');
    expect(await poolOf(mock)).toEqual(neighboursOf(mock));
    await target.close();
    await mock.close();
  });
}

test('tidying after that ends within one settle time more, and says what to do @slow', async () => {
  test.setTimeout(900_000);
  const mock = await startMock({ installMs: 80_000_000 });
  const target = await startDisturbed(mock, ({ method, own }) => (method === 'DELETE' && own ? never : null));
  const times = { ...PATIENT, MODELARTS_SETTLE_TIMEOUT_MS: '25000', MODELARTS_RUN_TIMEOUT_MS: '12000' };
  const settings = { ...liveSettings(target.endpoint), ...times };
  const { code } = await conformance(['run', '--runner', 'direct'], settings);
  const notes = report().notes.map(({ message }) => message);
  expect([code, notes]).toEqual([
    3,
    expect.arrayContaining([
      expect.stringMatching(/The time for tidying was over.*npx --no conformance sweep/),
    ]),
  ]);
  expect(ledger().at(-1)).toBe('delete-intended');
  await target.close();
  await mock.close();
});

test('a run without that limit reports the longest that it may take @slow', async () => {
  const { code } = await conformance(['run', '--mock', '--runner', 'direct']);
  expect(code).toBe(0);
  expect(report().limits).toMatchObject({ runTimeoutMs: null, longestMs: expect.any(Number) });
  expect(report().durationMs).toBeLessThan(report().limits?.longestMs ?? 0);
});
