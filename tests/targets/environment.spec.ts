import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance, start } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { entryOf, reportJson, reportText, SETTINGS, writeTargets } from './many.ts';

test('secrets stand in `.env` by whatever name; settings of one target there are not read, and that is told @slow', async () => {
  const mock = await startMock();
  const auth = { tokenEnv: 'MODELARTS_EU_TOKEN' };
  const file = writeTargets([entryOf(mock, 'a', { auth, version: '2.0.0' })]);
  writeFileSync(
    test.info().outputPath('.env'),
    'MODELARTS_EU_TOKEN=mock-token\nMODELARTS_ENDPOINT=https://other.example.com\nMODELARTS_TEMPLATE_VERSION=9\nCONFORMANCE_STRICT=true\n',
  );
  const { TOKEN_ENV: _, ...settings } = SETTINGS;
  const { code, stderr } = await conformance(['run', '--targets', file], settings);
  expect([code, stderr]).toEqual([
    expect.any(Number),
    '`MODELARTS_ENDPOINT`, `MODELARTS_TEMPLATE_VERSION` are set, and not read: `--targets` says what is tested.\n',
  ]);
  const report = reportJson('a', 'conformance.json');
  expect(report).toMatchObject({ strict: true, target: { endpoint: mock.endpoint }, verdict: 'conformant' });
  expect(reportText('a', 'ledger.ndjson')).toContain('2.0.0');
  await mock.close();
});

test('no process has the secrets of another target, and none reads what this one does not hand on @slow', async () => {
  const mock = await startMock({ installMs: 1500 });
  const file = writeTargets([
    entryOf(mock, 'a'),
    entryOf(mock, 'b', { pool: 'other', auth: { tokenEnv: 'OTHER_ENV' } }),
  ]);
  const running = start(['run', '--targets', file, '--target', 'a'], {
    ...SETTINGS,
    OTHER_ENV: 'of-another-target',
  });
  const environments = async (): Promise<readonly string[]> => {
    const found = childrenOf(running.child.pid ?? 0).map((pid) =>
      readFileSync(`/proc/${pid}/environ`, 'utf8'),
    );
    if (found.some((one) => one.includes('MODELARTS_POOL_NAME'))) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return environments();
  };
  const [environment = ''] = await environments();
  expect(environment).toContain('MODELARTS_AUTH_TOKEN=mock-token');
  expect(environment).not.toContain('of-another-target');
  expect(environment).not.toContain('TOKEN_ENV=');
  expect((await running.ended).code).toBe(0);
  await mock.close();
});

/** The processes that one has started, by Linux's own list. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}
