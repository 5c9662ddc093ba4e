import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { start } from './command.ts';

const SLOW = { MODELARTS_SETTLE_TIMEOUT_MS: '20000' };
const ledger = () => readLedger(test.info().outputPath('reports', 'ledger.ndjson')).map(({ event }) => event);

for (const runner of ['direct', 'playwright']) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} ends a ${runner} run in exit 130, with what it installed removed and a report ${runner === 'direct' && signal === 'SIGINT' ? '@example-kill' : '@slow'}`, async () => {
      const mock = await startMock({ installMs: 60_000 });
      const running = start(['run', '--runner', runner], { ...liveSettings(mock.endpoint), ...SLOW });
      await installed();
      running.kill(signal);
      const { code } = await running.ended;
      expect(code).toBe(130);
      expect(ledger()).toEqual([
        'install-intended',
        'install-accepted',
        'installed',
        'delete-intended',
        'deleted',
        'gone',
      ]);
      expect(await templates(mock)).not.toContain(mock.options.templateName);
      const report = JSON.parse(readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8'));
      expect(report).toMatchObject({ verdict: 'inconclusive', interrupted: true, run: { exitCode: 130 } });
      await mock.close();
    });
  }
}

test('the same signal again ends a direct run at once; the ledger says what is left @slow', async () => {
  const mock = await startMock({ installMs: 60_000, removeMs: 60_000 });
  const running = start(['run', '--runner', 'direct'], { ...liveSettings(mock.endpoint), ...SLOW });
  await installed();
  running.kill('SIGINT');
  await expect.poll(ledger).toContain('deleted');
  await new Promise((resolve) => setTimeout(resolve, 600));
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  expect(ledger()).not.toContain('gone');
  await mock.close();
});

for (const runner of ['direct', 'playwright']) {
  test(`SIGTERM after SIGINT, as services send them, lets a ${runner} run remove what it installed @slow`, async () => {
    const mock = await startMock({ installMs: 60_000, removeMs: 3000 });
    const running = start(['run', '--runner', runner], { ...liveSettings(mock.endpoint), ...SLOW });
    await installed();
    running.kill('SIGINT');
    await expect.poll(ledger, { timeout: 120_000 }).toContain('deleted');
    await new Promise((resolve) => setTimeout(resolve, 600));
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(130);
    expect(ledger().at(-1)).toBe('gone');
    await mock.close();
  });
}

test('the mock says where it listens and how to point the suite at it, and ends cleanly @slow', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const running = start(['mock', '--deviation', 'never-deleted']);
    await expect
      .poll(running.printed)
      .toMatch(/http:\/\/127\.0\.0\.1:\d+[\s\S]*MODELARTS_ALLOW_DELETE=.*\n[\s\S]*npx --no conformance run/);
    expect(running.printed()).toContain('never-deleted');
    running.kill(signal);
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toBe('');
  }
});

test('a port that is taken is told in one sentence', async () => {
  const mock = await startMock();
  const { port } = new URL(mock.endpoint);
  const { code, stderr } = await start(['mock', '--port', port]).ended;
  expect(code).toBe(2);
  expect(stderr).toBe(`\`--port\` is \`${port}\`, which cannot be listened on (\`EADDRINUSE\`).\n`);
  await mock.close();
});

async function installed(): Promise<void> {
  test.setTimeout(300_000);
  await expect.poll(ledger, { timeout: 120_000 }).toContain('installed');
}

async function templates({ endpoint, options }: Mock): Promise<string> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  return (await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } })).text();
}
