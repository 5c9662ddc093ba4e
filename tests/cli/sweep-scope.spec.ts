import { spawn } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance, type Ended, MAIN, NEEDED } from './command.ts';
import { CREATED, EARLIER, INSTALLED, INTENT, leftover, writeLedger } from './left-behind.ts';
import { isInstalled } from './pool-of.ts';

for (const [what, change] of [
  ['template', { MODELARTS_TEMPLATE_NAME: 'another' }],
  ['pool', { MODELARTS_POOL_NAME: 'another' }],
  ['project', { MODELARTS_PROJECT_ID: 'another' }],
] as const) {
  test(`what was left of another ${what} than the settings name is left alone, but with \`--all\` @slow`, async () => {
    const mock = await leftover();
    writeLedger(mock, [INTENT, INSTALLED]);
    const settings = { ...liveSettings(mock.endpoint), ...change };
    const first = await conformance(['sweep'], settings);
    expect([first.code, first.stdout]).toEqual([
      3,
      expect.stringMatching(/left alone[\s\S]*another[\s\S]*`--all`/),
    ]);
    expect([await isInstalled(mock), mock.requests()]).toEqual([true, 1]);
    expect((await conformance(['sweep', '--all'], settings)).code).toBe(0);
    expect(await isInstalled(mock)).toBe(false);
    await mock.close();
  });
}

test('`--all` removes no more than what is shown to be of a run', async () => {
  const mock = await leftover('2026-03-17T12:40:00Z');
  writeLedger(mock, [INTENT]);
  const settings = { ...liveSettings(mock.endpoint), MODELARTS_TEMPLATE_NAME: 'another' };
  expect((await conformance(['sweep', '--all'], settings)).code).toBe(3);
  expect(await isInstalled(mock)).toBe(true);
  await mock.close();
});

test('where there is no ledger `sweep` says that there is none', async () => {
  const { code, stdout } = await conformance(['sweep'], liveSettings('http://127.0.0.1:1'));
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/There is no ledger .*nothing is known of what runs left/),
  ]);
});

test('`--ledger` takes several ledgers, and writes into each what became of its own @slow', async () => {
  const mock = await leftover();
  writeLedger(mock, [INTENT, INSTALLED]);
  const [empty, lost] = [test.info().outputPath('empty.ndjson'), test.info().outputPath('lost.ndjson')];
  renameSync(test.info().outputPath('reports', 'ledger.ndjson'), lost);
  writeFileSync(empty, '');
  const asked = ['sweep', '--ledger', empty, lost];
  const first = await conformance(asked, liveSettings(mock.endpoint));
  expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('✓ removed')]);
  expect(await isInstalled(mock)).toBe(false);
  expect(readFileSync(lost, 'utf8')).toContain('"event":"gone"');
  expect((await conformance(asked, liveSettings(mock.endpoint))).stdout).toContain('Nothing was left behind');
  await mock.close();
});

test('a ledger that is named and does not exist ends in exit 2', async () => {
  const { code, stderr } = await conformance(
    ['sweep', '--ledger', 'nowhere.ndjson'],
    liveSettings('http://127.0.0.1:1'),
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining('`nowhere.ndjson`')]);
});

test('`--unseen` lists what no ledger shows to be of a run, and removes what `--remove` names alone @slow', async () => {
  const mock = await leftover();
  writeLedger(mock, [EARLIER]);
  const live = liveSettings(mock.endpoint);
  const named = `${mock.options.poolName}-node-local-dns@${CREATED}`;
  const listed = await conformance(['sweep', '--unseen'], live);
  expect([listed.code, listed.stdout]).toEqual([
    3,
    expect.stringContaining(`? may be of a run: \`${named}\` (version 1.6.36`),
  ]);
  const other = await conformance(['sweep', '--remove', `node-local-dns@2026-03-17T12:29:19Z`], live);
  expect([other.code, other.stdout]).toEqual([3, expect.stringContaining('? not found')]);
  const dry = await conformance(['sweep', '--dry-run', '--remove', named], live);
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('would be removed')]);
  expect(await isInstalled(mock)).toBe(true);
  const removed = await conformance(['sweep', '--remove', named], live);
  expect([removed.code, removed.stdout]).toEqual([0, expect.stringContaining(`✓ removed: \`${named}\``)]);
  expect(await isInstalled(mock)).toBe(false);
  await mock.close();
});

for (const [at, wrong] of ['node-local-dns', '@2026-03-17T12:29:19Z', 'node-local-dns@yesterday'].entries()) {
  test(`\`--remove ${wrong}\` ends in exit 2, and nothing is sent${slowIf(isStoodFor(at))}`, async () => {
    const mock = await leftover();
    const { code } = await conformance(['sweep', '--remove', wrong], liveSettings(mock.endpoint));
    expect([code, mock.requests()]).toEqual([2, 0]);
    await mock.close();
  });
}

test('on a terminal what `--unseen` lists is asked for, and what is not said yes to stays', async () => {
  const mock = await leftover();
  const live = {
    ...NEEDED,
    ...liveSettings(mock.endpoint),
    CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'),
  };
  const command = `${process.execPath} ${MAIN} sweep --unseen`;
  const answering = (answer: string) =>
    new Promise<Pick<Ended, 'code' | 'stdout'>>((resolve) => {
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        env: live,
        cwd: test.info().outputPath(),
      });
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (!stdout.includes('[y/N]') && (stdout + chunk).includes('[y/N]')) child.stdin.write(`${answer}\n`);
        stdout += chunk;
      });
      child.on('close', (code) => resolve({ code, stdout }));
    });
  expect([(await answering('n')).code, await isInstalled(mock)]).toEqual([3, true]);
  const agreed = await answering('y');
  expect(agreed.stdout).toContain('✓ removed');
  expect([agreed.code, await isInstalled(mock)]).toEqual([0, false]);
  await mock.close();
});
