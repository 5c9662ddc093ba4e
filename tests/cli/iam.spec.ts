import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { readHar } from '../../src/engine/report/har-read.ts';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { iamSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformance } from './command.ts';

const [user] = MOCK_DEFAULTS.users;

for (const runner of ['direct', 'playwright']) {
  test(`the processes of a ${runner} run share one token from IAM, and leave none of it behind${slowIf(runner === 'playwright')}`, async () => {
    // Each failing test ends its worker.
    const mock = await startMock({ deviation: 'error-code-shape' });
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], {
      ...iamSettings(mock.endpoint),
    });
    await mock.close();
    expect(code).toBe(1);
    const har = readFileSync(test.info().outputPath('reports', 'evidence.har'), 'utf8');
    const purposes = readHar(har).map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => purpose === 'sign-in')).toHaveLength(1);
    for (const secret of [user?.password ?? '', mock.options.tokens[0] ?? '']) {
      expect(har + stdout + stderr).not.toContain(secret);
    }
    expect(existsSync(test.info().outputPath('reports', '.run'))).toBe(false);
  });
}

for (const command of ['run', 'doctor', 'sweep']) {
  test(`\`${command}\` prints neither the password nor the token, with Node's debug output neither @slow`, async () => {
    const mock = await startMock({ tokens: ['canary-4f1d0f2c9b'] });
    const { projectId, poolName, templateName } = mock.options;
    // By name: then Node prints the options of each request, headers and all.
    const endpoint = mock.endpoint.replace('127.0.0.1', 'localhost');
    const about = { at: '2026-03-17T12:29:17.500Z', run: '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59', endpoint };
    const line = { ...about, projectId, poolName, templateName, event: 'install-intended' };
    mkdirSync(test.info().outputPath('reports'), { recursive: true });
    writeFileSync(test.info().outputPath('reports', 'ledger.ndjson'), `${JSON.stringify(line)}\n`);
    const { code, stdout, stderr } = await conformance(command === 'run' ? ['run'] : [command], {
      ...iamSettings(endpoint),
      NODE_DEBUG: 'http,net',
      CONFORMANCE_RUNNER: 'direct',
    });
    await mock.close();
    expect(code).toBe(0);
    expect(stderr).toMatch(/X-Auth-Token.*\[REDACTED\]/i);
    for (const secret of [user?.password ?? '', 'canary']) expect(stdout + stderr).not.toContain(secret);
  });
}
