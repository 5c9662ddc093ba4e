import { appendFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { initialState } from '../../src/lifecycle/walk/state.ts';
import { createStore, readStore, runFile, storeBegin, storeEnd } from '../../src/lifecycle/walk/store.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';

const FACTS = {
  id: 'a-run',
  startedAt: new Date().toISOString(),
  mockEndpoint: null,
  pid: process.pid,
  processStart: null,
  terminal: false,
  poolTaken: null,
};

test('a line that a killed process left unfinished is passed over, and the next one stands by itself', () => {
  const dir = test.info().outputPath('reports');
  createStore(dir, FACTS);
  storeBegin(dir, 'first');
  appendFileSync(runFile(dir, 'evidence.ndjson'), '{"exchange":{"scenario":"fir');
  const withheld = [{ probe: 'prefix', reason: 'Kept back.', outcome: 'not-observed' }] as const;
  const evidence = { scenario: 'second', exchanges: [], notes: [], withheld, blocked: null };
  storeBegin(dir, evidence.scenario);
  storeEnd(dir, evidence, initialState(1000));
  const stored = readStore(dir, resource.readItem);
  expect(stored.cutOff).toEqual(['first']);
  expect(stored.evidence.map(({ scenario }) => scenario)).toEqual(['first', 'second']);
  expect(stored.evidence[1]?.withheld).toEqual(withheld);
  expect(stored.state).toEqual(initialState(1000));
});
