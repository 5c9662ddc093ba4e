import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { disclosing } from '../cli/disclosed.ts';
import { test } from '../own-test.ts';
import { liveSettings, run } from './run.ts';

for (const token of ['://127.0', 'http://127']) {
  test(`a token that another setting holds too, \`${token}\`, stands in no report, nor in the ledger @slow`, async () => {
    const mock = await startMock({ tokens: [token] });
    const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: token });
    await mock.close();
    expect(JSON.stringify(finished.input.report.target)).toContain('[REDACTED]');
    expect(disclosing(test.info().outputPath('reports'), [token])).toEqual([]);
  });
}
