import { appendFileSync, mkdirSync } from 'node:fs';
import { type LedgerEntry, membersOf } from '../../src/lifecycle/ledger-lines.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';

export const CREATED = '2026-03-17T12:29:18Z';
export const RUN = '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59';

/** A pool with an instance of the template that some run may have left. */
export function leftover(creationTimestamp = CREATED): Promise<Mock> {
  return startMock({
    neighbours: [{ templateName: 'node-local-dns', version: '1.6.36', inputs: {}, creationTimestamp }],
  });
}

/** Writes lines of an earlier run into the ledger; `change` goes into each. */
export function writeLedger(
  mock: Mock,
  lines: readonly Partial<LedgerEntry>[],
  change: Partial<LedgerEntry> = {},
) {
  const { projectId, poolName, templateName } = mock.options;
  const names = { project: projectId, collection: poolName, item: templateName };
  const about = { run: RUN, event: 'installed', endpoint: mock.endpoint, ...names } as const;
  mkdirSync(test.info().outputPath('reports'), { recursive: true });
  for (const line of lines) {
    const entry = { at: '2026-03-17T12:29:17.500Z', ...about, ...line, ...change };
    appendFileSync(
      test.info().outputPath('reports', 'ledger.ndjson'),
      `${JSON.stringify(membersOf(entry, resource.keys))}\n`,
    );
  }
}

/** By it an instance is known that was created from 12:29:17 to 12:29:22. */
export const INTENT: Partial<LedgerEntry> = {
  formatVersion: 2,
  event: 'install-intended',
  settleTimeoutMs: 60_000,
  since: '2026-03-17T12:29:17.500Z',
  limitMs: 5000,
  inputs: [],
  host: 'another-machine',
  pid: 1,
};
/** As earlier versions wrote it. */
export const EARLIER: Partial<LedgerEntry> = {
  event: 'install-intended',
  absentAt: '2026-03-17T12:29:17.000Z',
  settleTimeoutMs: 60_000,
};
export const AGAIN: Partial<LedgerEntry> = { ...INTENT, event: 'install-again' };
export const ACCEPTED: Partial<LedgerEntry> = { event: 'install-accepted' };
export const INSTALLED: Partial<LedgerEntry> = { event: 'installed', creationTimestamp: CREATED };
