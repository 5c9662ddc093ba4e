import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { longIf, slowly } from '../slow.ts';
import { start } from './command.ts';

const SLOW = { MODELARTS_SETTLE_TIMEOUT_MS: '20000' };

/** Waits until the ledger of the test's run knows of an installed instance. */
async function installed(): Promise<void> {
  const file = test.info().outputPath('reports', 'ledger.ndjson');
  const events = () => readLedger(file).map(({ event }) => event);
  await expect.poll(events, { timeout: 30_000 }).toContain('installed');
}

/** The processes of this machine (Linux) that a process started. */
function childrenOf(parent: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return /^PPid:\s*(\d+)$/m.exec(status)?.[1] === String(parent);
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
}

async function expectNeighboursAlone({ endpoint, options }: Mock): Promise<void> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  const answer = await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } });
  expect(await answer.text()).not.toContain(options.templateName);
}

test('a worker of Playwright that is killed leaves nothing installed, and the exit code says fault @slow', async () => {
  const mock = await startMock({ installMs: 60_000 });
  const running = start(['run'], { ...liveSettings(mock.endpoint), ...SLOW });
  await installed();
  const workers = childrenOf(running.child.pid ?? 0);
  expect(workers).not.toEqual([]);
  slowly('kill');
  for (const pid of workers) process.kill(pid, 'SIGKILL');
  const { code, stderr } = await running.ended;
  expect(code).toBe(4);
  expect(stderr).toContain('fault of the suite');
  await expectNeighboursAlone(mock);
  await mock.close();
});

for (const runner of ['direct', 'playwright']) {
  test(`a ${runner} run whose reader leaves goes on to its end${longIf(runner === 'playwright')}`, async () => {
    const mock = await startMock({ installMs: 2500 });
    const running = start(['run', '--runner', runner], { ...liveSettings(mock.endpoint), ...SLOW });
    await installed();
    running.child.stdout?.destroy();
    running.child.stderr?.destroy();
    expect((await running.ended).code).toBe(0);
    await expectNeighboursAlone(mock);
    await mock.close();
  });
}

for (const runner of ['direct', 'playwright']) {
  test(`a ${runner} run whose terminal is closed removes what it installed @slow`, async () => {
    const mock = await startMock({ installMs: 60_000 });
    const running = start(['run', '--runner', runner], { ...liveSettings(mock.endpoint), ...SLOW });
    await installed();
    running.kill('SIGHUP');
    expect((await running.ended).code).toBe(130);
    await expectNeighboursAlone(mock);
    await mock.close();
  });
}

test('two interruptions end a Playwright run at once; the ledger says what is left @slow', async () => {
  const mock = await startMock({ installMs: 60_000, removeMs: 60_000 });
  const running = start(['run'], { ...liveSettings(mock.endpoint), ...SLOW });
  await installed();
  running.kill('SIGINT');
  const file = test.info().outputPath('reports', 'ledger.ndjson');
  await expect.poll(() => readLedger(file).map(({ event }) => event)).toContain('deleted');
  await new Promise((resolve) => setTimeout(resolve, 600));
  running.kill('SIGINT');
  const { code } = await running.ended;
  expect(code).toBe(130);
  // The removal, which takes a minute, was not waited for.
  expect(readLedger(file).map(({ event }) => event)).not.toContain('gone');
  await mock.close();
});
