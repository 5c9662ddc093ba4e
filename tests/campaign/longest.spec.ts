import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { lengthOf, longestOf, longestRun } from '../../src/app/run/longest.ts';
import { rehearse } from '../../src/app/run/rehearse.ts';
import { readSettings } from '../../src/app/settings/read.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { test } from '../own-test.ts';
import { liveSettings } from './run.ts';

test('what the build left is the length of the walk at the embedded mock, whatever the settings', async () => {
  const built = readBuilt();
  const runs = [{}, { MODELARTS_REQUEST_TIMEOUT_MS: '17', MODELARTS_SETTLE_TIMEOUT_MS: '3' }];
  for (const environment of runs) {
    const settings = settingsOf(environment);
    expect(lengthOf(await rehearse(settings, pluginsRun))).toEqual(built);
    expect(await longestRun(settings, pluginsRun)).toEqual(longestOf(settings, built));
  }
});

test('at a live endpoint the settings decide how long the walk is @slow', async () => {
  const built = readBuilt();
  const live = liveSettings('http://127.0.0.1:1');
  const existing = settingsOf({ ...live, MODELARTS_PLUGIN_SOURCE: 'existing' });
  const { requests } = await longestRun(existing, pluginsRun);
  expect(requests).toBeGreaterThan(0);
  expect(requests).toBeLessThan(built.requests);
  expect(requests).toBe(lengthOf(await rehearse(existing, pluginsRun)).requests);
});

test('further attempts are counted: their walks, their retries, what is waited before them', () => {
  const length = { requests: 10, settleTimes: 2, scenarios: 4, source: 'existing' } as const;
  const settings = settingsOf({});
  const times = { requestTimeoutMs: 100, settleTimeoutMs: 1000, attempts: { most: 3, delayMs: 7 } };
  const { requests, settleTimes, delaysMs, scenariosMs } = longestOf({ ...settings, ...times }, length);
  expect({ requests, settleTimes, delaysMs }).toEqual({ requests: 30, settleTimes: 23, delaysMs: 56 });
  expect(scenariosMs).toBe(30 * 100 + 23 * 1000 + 56 + 60_000);
});

function settingsOf(environment: Readonly<Record<string, string>>) {
  const directory = test.info().outputPath();
  return readSettings({ environment, dotenv: null, directory, proxyFor: () => '', commandLine: {} });
}

function readBuilt() {
  return JSON.parse(
    readFileSync(new URL(`../../dist/campaign/${pluginsRun.builtWalk}`, import.meta.url), 'utf8'),
  );
}
