import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect } from '@playwright/test';
import { inputHashes } from '../../src/lifecycle/input-hashes.ts';
import type { LedgerEntry } from '../../src/lifecycle/ledger-lines.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance } from './command.ts';
import { ACCEPTED, AGAIN, EARLIER, INSTALLED, INTENT, leftover, RUN, writeLedger } from './left-behind.ts';
import { isInstalled } from './pool-of.ts';

interface Case {
  readonly lines: readonly Partial<LedgerEntry>[];
  readonly change?: Partial<LedgerEntry>;
  readonly created?: string;
  readonly isRemoved: boolean;
  readonly code: number;
  readonly told: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'an instance that the ledger names': {
    ...{ lines: [INTENT, INSTALLED], isRemoved: true, code: 0 },
    told: /✓ removed: `node-local-dns`/,
  },
  'an instance whose time of creation is written with another zone': {
    ...{ lines: [INTENT, { ...INSTALLED, creationTimestamp: '2026-03-17T14:29:18+02:00' }] },
    ...{ isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance whose deletion was waited for in vain': {
    ...{ lines: [INTENT, INSTALLED, { ...INSTALLED, event: 'deleted' }, { event: 'not-gone' }] },
    ...{ isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance of the intent alone, created within its time': {
    ...{ lines: [INTENT], isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance of the intent alone, created at its last moment': {
    ...{ lines: [INTENT], created: '2026-03-17T12:29:22Z', isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance of an accepted install that was never seen, created within its time': {
    ...{ lines: [INTENT, ACCEPTED], isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance created before the List that did not name it': {
    ...{ lines: [INTENT], created: '2026-03-17T12:29:16Z', isRemoved: false, code: 3 },
    told: /\? left alone[\s\S]*created at "2026-03-17T12:29:16Z"[\s\S]*left untouched/,
  },
  'an instance created after the time in which the install may have made it': {
    ...{ lines: [INTENT], created: '2026-03-17T12:29:23Z', isRemoved: false, code: 3, told: /left alone/ },
  },
  'an instance that an install made which was sent again': {
    ...{ lines: [INTENT, { ...AGAIN, limitMs: 60_000 }], created: '2026-03-17T12:30:17Z' },
    ...{ isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance of the intent alone, in another version than was set': {
    ...{ lines: [{ ...INTENT, version: '1.6.37' }], isRemoved: false, code: 3, told: /left alone/ },
  },
  'an instance of the intent alone, in the version that was set': {
    ...{ lines: [{ ...INTENT, version: '1.6.36' }], isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance of the intent alone, without the inputs that were set': {
    ...{ lines: [{ ...INTENT, inputs: [...inputHashes({ a: 1 }, RUN)] }] },
    ...{ isRemoved: false, code: 3, told: /left alone/ },
  },
  'an instance that a line of the format before names': {
    ...{
      lines: [EARLIER, INSTALLED],
      isRemoved: true,
      code: 0,
      told: /✓ removed/,
    },
  },
  'an instance of the intent alone, by a line of the format before': {
    ...{ lines: [EARLIER], isRemoved: false, code: 3, told: /cannot be shown to be the one/ },
  },
  'an accepted install that was never seen, and an older instance': {
    ...{ lines: [INTENT, ACCEPTED], created: '2026-03-16T12:29:18Z', isRemoved: false, code: 3 },
    told: /cannot be shown to be the one/,
  },
  'another instance than the one that the ledger names': {
    ...{ lines: [INTENT, INSTALLED], created: '2026-03-18T12:29:18Z', isRemoved: false, code: 3 },
    told: /is not the one that the run of .* installed/,
  },
  'an instance that was given up with `existing`': {
    ...{ lines: [{ ...INSTALLED, event: 'delete-intended' } as const], isRemoved: false, code: 0 },
    told: /Nothing was left behind/,
  },
  'an instance of the embedded mock': {
    ...{ lines: [INTENT, INSTALLED], change: { mock: true }, isRemoved: false, code: 0 },
    told: /Nothing was left behind/,
  },
  'an instance at another endpoint': {
    ...{ lines: [INTENT, INSTALLED], change: { endpoint: 'https://other.example.com' } },
    ...{
      isRemoved: false,
      code: 3,
      told: /at another endpoint, https:\/\/other\.example\.com\.[\s\S]*armed for it/,
    },
  },
  'an instance of a run that is under way': {
    ...{
      lines: [INTENT, INSTALLED],
      change: { host: hostname(), pid: process.pid, at: new Date().toISOString() },
    },
    ...{ isRemoved: false, code: 3, told: /may still be under way/ },
  },
  'an instance of a run before the machine was started, whose number another process has': {
    ...{ lines: [INTENT, INSTALLED], change: { host: hostname(), pid: process.pid } },
    ...{ isRemoved: true, code: 0, told: /✓ removed/ },
  },
  'an instance that was gone and then seen again': {
    ...{ lines: [INTENT, INSTALLED, { event: 'gone' }, INSTALLED], isRemoved: true, code: 0 },
    told: /✓ removed/,
  },
  'an instance that was seen again and then was gone': {
    ...{ lines: [INTENT, INSTALLED, { event: 'gone' }, INSTALLED, { event: 'gone' }] },
    ...{ isRemoved: false, code: 0, told: /Nothing was left behind/ },
  },
  'a ledger that names the pool itself': {
    ...{ lines: [INTENT, INSTALLED], change: { item: '..' }, isRemoved: false, code: 3 },
    told: /left alone: line 1 of .*does not name a pool's plug-in/,
  },
  'a line that was written in the future': {
    ...{ lines: [INTENT, INSTALLED], change: { at: '2999-03-17T12:29:17.500Z' }, isRemoved: false, code: 3 },
    told: /line 2 of .* written in the future/,
  },
  'a window of sixty years': {
    ...{ lines: [{ ...INTENT, since: '1970-01-01T00:00:00Z', limitMs: 1_893_456_000_000 }] },
    ...{ isRemoved: false, code: 3, told: /line 1 of .*\/limitMs must be <= 86400000/ },
  },
  'a settle time of sixty years, by a line of the format before': {
    ...{ lines: [{ ...EARLIER, absentAt: '1970-01-01T00:00:00Z', settleTimeoutMs: 1_893_456_000_000 }] },
    ...{ isRemoved: false, code: 3, told: /line 1 of .*\/settleTimeoutMs must be <= 86400000/ },
  },
  'a line of the format before whose plug-in was absent after it was to be installed': {
    ...{ lines: [{ ...EARLIER, absentAt: '2026-03-17T12:29:18.000Z' }], isRemoved: false, code: 3 },
    told: /line 1 of .*absent after its install/,
  },
  'a member that no ledger has': {
    // What somebody else wrote.
    ...{ lines: [{ ...INTENT, force: true } as Partial<LedgerEntry>, INSTALLED], isRemoved: false, code: 3 },
    told: /line 1 of .*must NOT have additional properties/,
  },
  'a name that is no text': {
    ...{
      lines: [INTENT, INSTALLED],
      change: { collection: 7 as unknown as string },
      isRemoved: false,
      code: 3,
    },
    told: /line 1 of .*\/poolName must be string/,
  },
};

for (const [at, [what, { lines, change, created, isRemoved, code, told }]] of Object.entries(
  cases,
).entries()) {
  // Two commands each.
  test(`\`sweep\` ${isRemoved ? 'removes' : 'leaves alone'} ${what}${slowIf(isStoodFor(at))}`, async () => {
    const mock = await leftover(created);
    writeLedger(mock, lines, change);
    const ended = await conformance(['sweep'], liveSettings(mock.endpoint));
    expect([ended.code, ended.stdout]).toEqual([code, expect.stringMatching(told)]);
    expect(await isInstalled(mock)).toBe(!isRemoved);
    await mock.close();
  });
}

test('what is gone already is written down, and swept up once @slow', async () => {
  const mock = await startMock();
  writeLedger(mock, [INTENT, INSTALLED]);
  const first = await conformance(['sweep'], liveSettings(mock.endpoint));
  expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('✓ gone already')]);
  const second = await conformance(['sweep'], liveSettings(mock.endpoint));
  expect(second.stdout).toContain('Nothing was left behind');
  await mock.close();
});

test('`--dry-run` says what would be removed; nothing is changed, in the ledger neither', async () => {
  const mock = await leftover();
  writeLedger(mock, [INTENT]);
  const ledger = test.info().outputPath('reports', 'ledger.ndjson');
  const before = readFileSync(ledger, 'utf8');
  const { code, stdout } = await conformance(['sweep', '--dry-run'], liveSettings(mock.endpoint));
  expect([code, stdout]).toEqual([0, expect.stringContaining('would be removed')]);
  expect(readFileSync(ledger, 'utf8')).toBe(before);
  expect(await isInstalled(mock)).toBe(true);
  await mock.close();
});

for (const [what, change] of [
  ['without arming', { MODELARTS_ALLOW_DELETE: '' }],
  ['armed for another host', { MODELARTS_ALLOW_DELETE: 'other.example.com' }],
  ['without credentials', { MODELARTS_AUTH_TOKEN: '' }],
] as const) {
  test(`\`sweep\` ${what} ends in exit 2, and nothing is sent`, async () => {
    const mock = await leftover();
    writeLedger(mock, [INTENT, INSTALLED]);
    const { code } = await conformance(['sweep'], { ...liveSettings(mock.endpoint), ...change });
    expect([code, mock.requests()]).toEqual([2, 0]);
    await mock.close();
  });
}

test('`sweep` with nothing set names the endpoint where something was left', async () => {
  const mock = await leftover();
  writeLedger(mock, [INTENT, INSTALLED]);
  const { code, stderr } = await conformance(['sweep']);
  expect([code, stderr]).toEqual([2, expect.stringContaining(mock.endpoint)]);
  await mock.close();
});

test('an endpoint that cannot be reached is inconclusive to `sweep`', async () => {
  const mock = await leftover();
  writeLedger(mock, [INTENT, INSTALLED]);
  await mock.close();
  const { code, stdout } = await conformance(['sweep'], liveSettings(mock.endpoint));
  expect([code, stdout]).toEqual([3, expect.stringMatching(/left alone[\s\S]*ECONNREFUSED/)]);
});
