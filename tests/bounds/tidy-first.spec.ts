import { mkdirSync, rmSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';

test('what was installed is removed also where what the processes of the run share cannot be read @slow', async () => {
  test.setTimeout(300_000);
  const mock = await startMock();
  const file = test.info().outputPath('reports', '.run', 'evidence.ndjson');
  let installs = 0;
  const disturbed = await startDisturbed(mock, ({ method, onList }) => {
    if (method === 'POST' && onList) installs += 1;
    // The plug-in is there, and a refusal is sent.
    if (method === 'DELETE' && installs === 1) {
      rmSync(file, { recursive: true, force: true });
      mkdirSync(file);
    }
    return null;
  });
  const { code } = await conformance(['run'], liveSettings(disturbed.endpoint));
  const { projectId, poolName, templateName, tokens } = mock.options;
  const path = `/v2/${projectId}/pools/${poolName}/plugins/${templateName}`;
  const { status } = await fetch(mock.endpoint + path, { headers: { 'x-auth-token': tokens[0] ?? '' } });
  expect([code, installs, status]).toEqual([4, 1, 404]);
  await disturbed.close();
  await mock.close();
});
