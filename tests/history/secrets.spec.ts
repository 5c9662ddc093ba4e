import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { readHistoryFile } from '../../src/app/history/history-file.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { KEYS } from './lines.ts';

test('a line holds no secret, also where one stands in the address, and the next run finds it nevertheless', async () => {
  const token = 'canary-4f1d0f2c9b';
  const file = test.info().outputPath('history.ndjson');
  const mock = await startMock({ tokens: [token] });
  const server = await startDisturbed(mock, () => null, { prefix: `/${token}` });
  const live = { ...liveSettings(server.endpoint), MODELARTS_AUTH_TOKEN: token, CONFORMANCE_HISTORY: file };
  const [first, second] = [await run(live), await run(live)];
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  const { report } = second.input;
  expect(report.changes?.base?.startedAt).toBe(first.input.report.startedAt);
  expect(readHistoryFile({ file, target: report.target, keys: KEYS }).lines).toHaveLength(2);
  await server.close();
  await mock.close();
});
