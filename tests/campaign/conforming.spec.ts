import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { idsOf, liveSettings, run, walkOf } from './run.ts';

const conforming: Readonly<Record<string, Partial<MockOptions>>> = {
  'answers at once': {},
  'installs and removes slowly': { installMs: 150, removeMs: 150 },
  'has nothing else in the pool': { neighbours: [] },
};

for (const [manner, options] of Object.entries(conforming)) {
  test(`an endpoint that ${manner} conforms @slow`, async () => {
    const mock = await startMock(options);
    const { input } = await run(liveSettings(mock.endpoint));
    expect(idsOf(input.report, 'failed', 'inconclusive', 'drift', 'not-observed')).toEqual([]);
    expect(input.report.verdict).toBe('conformant');
    expect(input.report.target).toMatchObject({ mock: false, endpoint: mock.endpoint });
    expect(mock.requests()).toBe(input.exchanges.length);
    await mock.close();
  });
}

test('the embedded mock conforms, and two installs serve the whole walk', async () => {
  const finished = await run({});
  expect(finished.input.report).toMatchObject({ verdict: 'conformant', target: { mock: true } });
  expect(walkOf(finished, 'install')).toEqual(['install POST 200', 'install POST 200']);
});

test('what runs write fits the schemas: the report, and every line of the ledger @slow', async () => {
  const report = ownSchema('conformance-report.schema.json');
  const line = ownSchema('ledger.schema.json');
  for (const deviation of [undefined, 'missing-phase', 'never-deleted', 'not-http', 'extra-member']) {
    await run({ MODELARTS_SETTLE_TIMEOUT_MS: '300' }, deviation === undefined ? {} : { deviation });
    const written = readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8');
    expect([report(JSON.parse(written)), report.errors]).toEqual([true, null]);
  }
  const ledger = readFileSync(test.info().outputPath('reports', 'ledger.ndjson'), 'utf8').trim().split('\n');
  expect(ledger.length).toBeGreaterThan(12);
  for (const entry of ledger) expect([line(JSON.parse(entry)), line.errors]).toEqual([true, null]);
});

test('exchanges are numbered as they stand in the evidence', async () => {
  const { exchanges } = (await run({})).input;
  expect(exchanges.map(({ index }) => index)).toEqual(exchanges.map((_, position) => position));
});

test('the ledger says what is installed and deleted before it is sent', async () => {
  const { input } = await run({});
  const entries = readLedger(test.info().outputPath('reports', 'ledger.ndjson'));
  const round = ['install-intended', 'install-accepted', 'installed', 'delete-intended', 'deleted', 'gone'];
  expect(entries.map(({ event }) => event)).toEqual([...round, ...round]);
  const install = input.exchanges.find(({ purpose }) => purpose === 'install');
  const deletion = input.exchanges.find(({ probe, purpose }) => probe === 'delete' && purpose === 'probe');
  expect(entries[0]?.at.localeCompare(install?.startedAt ?? '')).toBeLessThanOrEqual(0);
  expect(entries[3]?.at.localeCompare(deletion?.startedAt ?? '')).toBeLessThanOrEqual(0);
});

test('with `existing` the given instance is deleted once, and what needs another is not applicable @slow', async () => {
  const given = {
    templateName: 'node-local-dns',
    version: '1.6.36',
    inputs: {},
    creationTimestamp: '2025-03-17T12:29:18Z',
  };
  const neighbour = { ...given, templateName: 'log-agent' };
  const mock = await startMock({ neighbours: [neighbour, given] });
  const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_PLUGIN_SOURCE: 'existing' });
  const { report, exchanges } = finished.input;
  expect(report.verdict).toBe('conformant');
  expect(idsOf(report, 'not-applicable')).toEqual(['delete.200.with-body']);
  expect(walkOf(finished, 'install')).toEqual([]);
  const accepted = exchanges.filter(
    ({ request, response }) => request.method === 'DELETE' && response?.status === 200,
  );
  expect(accepted).toHaveLength(1);
  await mock.close();
});
