import { appendFileSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { openLedger } from '../../src/lifecycle/ledger.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';

const about = {
  run: '6f1d7a52-3f0e-4b0e-9d5e-0d4b8c1b2a3c',
  endpoint: 'https://modelarts.example.com',
  keys: resource.keys,
  project: 'p',
  collection: 'a',
  item: 'b',
  mock: false,
  pid: 1,
  processStart: null,
  inReports: true,
};

test('lines are appended, and a line that was left unfinished is passed over', () => {
  const file = test.info().outputPath('deep', 'ledger.ndjson');
  const window = { since: '2025-03-17T12:29:17.000Z', limitMs: 1000 };
  openLedger(file, about).intend({ settleTimeoutMs: 1000, version: null, inputs: [], ...window });
  appendFileSync(file, '{"run":"x","event":"inst');
  const other = openLedger(file, { ...about, run: '7f1d7a52-3f0e-4b0e-9d5e-0d4b8c1b2a3c' });
  other.write('installed', { creationTimestamp: '2025-03-17T12:29:18Z', name: 'a-b' });
  expect(readLedger(file).map(({ event }) => event)).toEqual(['install-intended', 'installed']);
  expect(other.ofRun()).toMatchObject([{ event: 'installed', creationTimestamp: '2025-03-17T12:29:18Z' }]);
  expect(readFileSync(file, 'utf8')).toMatch(/\n$/);
});

test('there is nothing in a ledger that does not exist', () => {
  expect(readLedger(test.info().outputPath('none'))).toEqual([]);
});
