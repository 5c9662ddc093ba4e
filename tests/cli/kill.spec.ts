import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { conformance, start, unbroken } from './command.ts';
import { neighboursOf, poolOf } from './pool-of.ts';

const ledger = () => test.info().outputPath('reports', 'ledger.ndjson');

/** From this request on all are looks and refusals, one as good as the other, until the deletions. */
const LOOKS_FROM = 7;

/** How far apart the requests are from there on at which a run is killed. */
const STEPS = { '@slow': 36, '@long': 2 } as const;

/** Kills a run when its n-th request comes: before the target carries it out, or just after. */
const MOMENTS: Readonly<Record<string, (kill: () => void) => Disturbance>> = {
  'before it is carried out': (kill) => ({
    instead: (response) => {
      kill();
      response.destroy();
    },
  }),
  'after it was carried out': (kill) => ({
    after: (response) => {
      kill();
      response.destroy();
    },
  }),
};

const WALKS = Object.entries(STEPS).flatMap(([tag, step]) =>
  Object.entries(MOMENTS).map(([moment, disturbanceOf], first) => ({
    tag,
    step,
    moment,
    disturbanceOf,
    first,
  })),
);

for (const { tag, step, moment, disturbanceOf, first } of WALKS) {
  test(`a run killed at requests from its first to its last, ${moment}, leaves what \`sweep\` removes by the ledger alone ${tag}`, async () => {
    test.setTimeout(900_000);
    const mock = await startMock();
    let left = 0;
    let killed = 0;
    // The two moments take turns at the looks.
    for (let at = 1 + (step / 2) * first; ; at += at < LOOKS_FROM ? 1 : step) {
      const disturbed = await startDisturbed(mock, () =>
        disturbed.passed.length === at ? disturbanceOf(() => running.kill('SIGKILL')) : null,
      );
      const settings = {
        ...liveSettings(disturbed.endpoint),
        CONFORMANCE_LEDGER: `ledger-${at}.ndjson`,
        // Hundreds of commands, whose lines other tests run as well.
        NODE_V8_COVERAGE: '',
      };
      const running = start(['run', '--runner', 'direct'], settings);
      const { code } = await running.ended;
      if (code !== null) {
        expect([at, code]).toEqual([at, 0]);
        await disturbed.close();
        break;
      }
      killed += 1;
      if ((await poolOf(mock)).includes(mock.options.templateName)) left += 1;
      const swept = await conformance(['sweep'], settings);
      expect([at, swept.code, swept.stdout + swept.stderr]).toEqual([at, 0, expect.any(String)]);
      expect([at, await poolOf(mock)]).toEqual([at, neighboursOf(mock)]);
      const again = await conformance(['sweep'], settings);
      expect([at, again.stdout]).toEqual([at, expect.stringContaining('Nothing was left behind')]);
      await disturbed.close();
    }
    // Most of a run passes while something of its own is installed.
    expect(left).toBeGreaterThan(killed / 2);
    expect(left).toBeGreaterThan(60 / step);
    await mock.close();
  });
}

for (const runner of ['direct', 'playwright']) {
  test(`a new run says what a killed ${runner} run left, and touches nothing @slow`, async () => {
    const mock = await startMock({ installMs: 60_000 });
    const settings = { ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '30000' };
    const running = start(['run', '--runner', runner], settings);
    const events = () => readLedger(ledger()).map(({ event }) => event);
    await expect.poll(events, { timeout: 30_000 }).toContain('installed');
    running.kill('SIGKILL');
    await running.ended;
    const before = readFileSync(ledger(), 'utf8');
    const { code, stdout } = await conformance(['run', '--runner', 'direct'], settings);
    expect(code).toBe(3);
    expect(unbroken(stdout)).toMatch(
      /The ledger says that the run of \S+ left `node-local-dns` .*`npx --no conformance sweep`/,
    );
    expect(unbroken(stdout)).toMatch(/to do +Remove it with `npx --no conformance sweep`/);
    expect(await poolOf(mock)).toContain(mock.options.templateName);
    const dry = await conformance(['sweep', '--dry-run'], settings);
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('would be removed')]);
    expect(readFileSync(ledger(), 'utf8')).toBe(before);
    expect(await poolOf(mock)).toContain(mock.options.templateName);
    expect((await conformance(['sweep'], settings)).code).toBe(0);
    expect(await poolOf(mock)).toEqual(neighboursOf(mock));
    await mock.close();
  });
}
