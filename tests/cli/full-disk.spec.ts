import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Mock, type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';
import { atMost, inShell, type Shell } from './in-shell.ts';
import { expectNeighboursAlone } from './neighbours-alone.ts';

const KIB = 1024;
const reports = (...names: readonly string[]) => test.info().outputPath('reports', ...names);

let mock: Mock;

async function settingsOf(options: Partial<MockOptions> = {}): Promise<Readonly<Record<string, string>>> {
  mock = await startMock(options);
  return liveSettings(mock.endpoint);
}

// Runs of Playwright's, several of them one after the other.
test.beforeEach(() => test.setTimeout(900_000));

test.afterEach(() => mock.close());

function run(shell: Shell, runner: string, settings: Readonly<Record<string, string>>) {
  return inShell(shell, ['run', '--runner', runner], settings);
}

/** A ledger of whole lines that no run left anything by, so long that so many bytes fit below a limit. */
function fillLedger(limit: number, room: number): number {
  const { projectId, poolName, templateName } = mock.options;
  const about = {
    run: '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59',
    endpoint: 'x',
    projectId,
    poolName,
    templateName,
    mock: true,
  };
  const line = (more: number) =>
    `${JSON.stringify({ at: '2026-03-17T12:29:17.500Z', event: 'gone', ...about, name: 'n'.repeat(more) })}\n`;
  const shortest = line(0).length;
  let text = '';
  while (limit - room - text.length > 3 * shortest) text += line(0);
  text += line(limit - room - text.length - shortest);
  mkdirSync(reports(), { recursive: true });
  writeFileSync(reports('ledger.ndjson'), text);
  return text.split('\n').length;
}

for (const runner of ['direct', 'playwright']) {
  test(`a ${runner} run whose ledger takes half of an intent sends no install, ends in 4, and the line is told${longIf(runner === 'playwright')}`, async () => {
    const settings = await settingsOf();
    const disturbed = await startDisturbed(mock, () => null);
    const there = { ...settings, ...liveSettings(disturbed.endpoint) };
    const cut = fillLedger(1024 * KIB, 100);
    const { code, stderr } = await run(atMost(1024 * KIB), runner, there);
    expect([code, stderr]).toEqual([
      4,
      expect.stringContaining(`\`${reports('ledger.ndjson')}\` could not be written`),
    ]);
    expect(disturbed.passed.filter(({ method, own }) => method === 'POST' && own)).toEqual([]);
    const told = `has a cut line at line ${cut}`;
    const swept = await conformance(['sweep'], there);
    expect([swept.code, swept.stdout]).toEqual([3, expect.stringContaining(told)]);
    const next = await conformance(['run', '--runner', 'direct'], there);
    expect([next.code, next.stdout]).toEqual([0, expect.stringContaining(told)]);
    expect(readFileSync(reports('conformance.md'), 'utf8')).toContain('has a cut line at line');
    await disturbed.close();
  });

  test(`a ${runner} run whose ledger fails after an install removes it, tells what it saw and ends in 4${longIf(runner === 'playwright')}`, async () => {
    const settings = await settingsOf({ deviation: 'missing-phase' });
    fillLedger(1024 * KIB, 800);
    const { code, stdout, stderr } = await run(atMost(1024 * KIB), runner, settings);
    expect(code).toBe(4);
    expect(stderr).toContain(`\`${reports('ledger.ndjson')}\` could not be written (\`EFBIG\`).`);
    await expectNeighboursAlone(mock);
    expect(stdout).toMatch(/INCONCLUSIVE|NON-CONFORMANT/);
    const { verdict, scenarios, run: told } = JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));
    expect(verdict).not.toBe('conformant');
    expect(told.exitCode).toBe(4);
    expect(JSON.stringify(scenarios)).toContain('could not be written');
  });

  test(`a ${runner} run whose larger reports cannot be written writes the others and tells the findings${longIf(runner === 'playwright')}`, async () => {
    const settings = await settingsOf({ deviation: 'missing-phase' });
    const { code, stdout, stderr } = await run(atMost(320 * KIB), runner, settings);
    expect(code).toBe(4);
    expect(stderr).toContain(`\`${reports('conformance.html')}\` could not be written (\`EFBIG\`).`);
    expect(stdout).toMatch(/NON-CONFORMANT[\s\S]*delete\.200\.body\.status\.phase/);
    const report = JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));
    expect(report).toMatchObject({ verdict: 'non-conformant', run: { exitCode: 4 } });
    const names = readdirSync(reports());
    expect(names.filter((name) => /unfinished|^\.run$|^playwright$|\.html$/.test(name))).toEqual([]);
    await expectNeighboursAlone(mock);
  });
}

test('a run whose own file cannot be written removes what it installed, and its end is told @slow', async () => {
  const settings = await settingsOf();
  const { code, stdout, stderr } = await run(atMost(16 * KIB), 'playwright', settings);
  expect(code).toBe(4);
  expect(stderr).toContain(`\`${reports('.run', 'evidence.ndjson')}\` could not be written (\`EFBIG\`).`);
  expect(stdout).toMatch(/INCONCLUSIVE[\s\S]*requirements/);
  await expectNeighboursAlone(mock);
  expect(readdirSync(reports())).not.toContain('.run');
  expect((await conformance(['sweep'], settings)).stdout).toContain('Nothing was left behind');
});
