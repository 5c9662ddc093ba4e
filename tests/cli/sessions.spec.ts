import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { theBrowser } from '../browser.ts';
import { liveSettings } from '../campaign/run.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { CONFIG, PLAYWRIGHT, start } from './command.ts';
import { startEditor } from './editor.ts';
import { poolOf } from './pool-of.ts';

// Each session has several runs, and each run processes of its own.
test.describe.configure({ timeout: 600_000 });

const reports = (...names: readonly string[]) => test.info().outputPath('reports', ...names);
const ledger = () => readLedger(reports('ledger.ndjson')).map(({ event }) => event);

function report(): Report {
  return JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));
}

/** How long an install takes where a run is to be met in the middle of one. */
const SLOW = { MODELARTS_SETTLE_TIMEOUT_MS: '120000' };
const slowMock = () => startMock({ installMs: 100_000 });

async function installing(): Promise<void> {
  await expect.poll(ledger, { timeout: 120_000 }).toContain('install-accepted');
}

/** What was installed is removed, and nothing of the run is left but its reports and its ledger. */
async function isTidy(mock: Mock, before: readonly string[]): Promise<void> {
  expect(await poolOf(mock)).toEqual(before);
  expect(readdirSync(reports())).not.toContain('.run');
}

test('in UI mode a run begins and ends each time: three in a row give the same verdict @slow', async () => {
  const server = start(
    ['test', '--config', CONFIG, '--ui', '--ui-host=127.0.0.1', '--ui-port=0'],
    {},
    PLAYWRIGHT,
  );
  await expect.poll(server.printed, { timeout: 60_000 }).toMatch(/http:\S+/);
  const browser = await theBrowser();
  const page = await browser.newPage();
  await page.goto(/http:\S+/.exec(server.printed())?.[0] ?? '');
  const verdicts: string[] = [];
  const begun = new Set<string>();
  for (let run = 0; run < 3; run += 1) {
    await page.getByRole('button', { name: 'Run all' }).click({ timeout: 120_000 });
    await expect(page.getByTestId('stop-button')).toBeEnabled();
    await expect(page.getByTestId('stop-button')).toBeDisabled({ timeout: 120_000 });
    await expect(page.getByTestId('status-line')).toContainText('8 passed');
    verdicts.push(report().verdict);
    begun.add(report().startedAt);
    expect(existsSync(reports('.run'))).toBe(false);
  }
  expect([verdicts, begun.size]).toEqual([Array(3).fill('conformant'), 3]);
  await page.close();
  server.kill('SIGINT');
  expect((await server.ended).code).toBe(130);
});

for (const reporters of [undefined, ['line']]) {
  const told = reporters === undefined ? 'the reporters of the configuration' : 'another reporter';
  test(`under an editor's test server with ${told} each run has its verdict, and none leaves anything${longIf(reporters !== undefined)}`, async () => {
    const mock = await startMock({ deviation: 'no-token-accepted' });
    const before = await poolOf(mock);
    const editor = await startEditor(liveSettings(mock.endpoint), CONFIG);
    const options = reporters === undefined ? {} : { reporters };
    // Editors run the global setup once, or not at all.
    if (reporters === undefined)
      expect(await editor.call('runGlobalSetup')).toMatchObject({ status: 'passed' });
    // Then a part of it is a second one.
    const whole = reporters === undefined ? 1 : 2;
    for (let run = 0; run < whole; run += 1) {
      expect(await editor.call('runTests', options)).toEqual({ status: 'failed' });
      expect(report()).toMatchObject({ verdict: 'non-conformant', counts: { failed: 1, passed: 76 } });
      await isTidy(mock, before);
    }
    expect(await editor.call('runTests', { ...options, grep: 'ill-formed' })).toEqual({ status: 'failed' });
    expect(report().verdict).toBe('inconclusive');
    await isTidy(mock, before);
    await editor.close();
    if (reporters === undefined)
      expect(editor.server.printed()).toContain('1 of 8 scenarios ran: no verdict.');
    await mock.close();
  });
}

test('a run that is stopped is tidied up, and the next one is a run of its own @slow', async () => {
  const mock = await slowMock();
  const before = await poolOf(mock);
  const editor = await startEditor({ ...liveSettings(mock.endpoint), ...SLOW });
  const stopped = editor.call('runTests');
  await installing();
  await editor.call('stopTests');
  expect(await stopped).toEqual({ status: 'interrupted' });
  expect(report()).toMatchObject({ verdict: 'inconclusive', interrupted: true });
  await isTidy(mock, before);
  const { startedAt } = report();
  const next = editor.call('runTests', { grep: 'ill-formed' });
  await expect
    .poll(() => ledger().filter((event) => event === 'install-accepted').length, { timeout: 120_000 })
    .toBe(2);
  await editor.call('stopTests');
  await next;
  expect(report().startedAt).not.toBe(startedAt);
  await isTidy(mock, before);
  await editor.close();
  await mock.close();
});

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`what a run installed is removed where its session ends by ${signal} @slow`, async () => {
    const mock = await slowMock();
    const before = await poolOf(mock);
    const editor = await startEditor({ ...liveSettings(mock.endpoint), ...SLOW });
    void editor.call('runTests').catch(() => undefined);
    await installing();
    editor.server.kill(signal);
    await editor.server.ended;
    await expect.poll(() => existsSync(reports('.run')), { timeout: 60_000 }).toBe(false);
    expect(report()).toMatchObject({ interrupted: true });
    await isTidy(mock, before);
    await editor.close();
    await mock.close();
  });
}

test('a session begins no run where another run has the directory @slow', async () => {
  const mock = await slowMock();
  const first = start(['run', '--runner', 'direct'], { ...liveSettings(mock.endpoint), ...SLOW });
  await installing();
  const editor = await startEditor({});
  expect(await editor.call('runTests', { grep: 'ill-formed' })).toEqual({ status: 'failed' });
  expect(editor.server.printed()).not.toContain('Testing DELETE');
  expect(existsSync(reports('.run'))).toBe(true);
  await editor.close();
  first.kill('SIGINT');
  expect((await first.ended).code).toBe(130);
  await mock.close();
});
