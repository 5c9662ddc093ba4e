import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { liveSettings, run } from './run.ts';

for (const token of ['://127.0', 'http://127']) {
  test(`a token that another setting holds too, \`${token}\`, stands in no report, nor in the ledger @slow`, async () => {
    const mock = await startMock({ tokens: [token] });
    const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: token });
    await mock.close();
    expect(JSON.stringify(finished.input.report.target)).toContain('[REDACTED]');
    const reports = test.info().outputPath('reports');
    for (const name of readdirSync(reports)) {
      expect(readFileSync(`${reports}/${name}`, 'utf8'), name).not.toContain(token);
    }
  });
}
