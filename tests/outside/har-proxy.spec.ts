import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { listPath, pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { createBody } from '../../src/suites/modelarts-plugins/scenarios/create-body.ts';
import { CANARY, NAMES } from '../judge-recording/har.ts';
import { allWritten, idsOf, judged } from '../judge-recording/judged.ts';
import { test } from '../own-test.ts';
import { installed } from './install.ts';

let proxy: ChildProcess | null = null;
test.afterEach(async () => {
  if (proxy?.exitCode === null && proxy.kill('SIGKILL')) await once(proxy, 'close');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the proxy in front of an endpoint; it appends to a file that has to be there. */
async function startRecorder(target: string, file: string): Promise<string> {
  const require = await installed(fileURLToPath(new URL('har-proxy/', import.meta.url)));
  const main = require.resolve('harproxyserver/harProxyServer');
  writeFileSync(
    file,
    '{"log":{"version":"1.2","creator":{"name":"ProxyServer","version":"1.0"},"entries":[]}}',
  );
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const args = ['-p', String(port), '-t', target, '-f', file, '-m', 'record'];
  proxy = spawn(process.execPath, [main, ...args], { env: { PATH, HOME }, stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${endpoint}/`).then(
          ({ ok }) => ok !== undefined,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  return endpoint;
}

for (const [deviation, broken] of [
  [null, []],
  ['missing-phase', ['delete.200.body.status.phase']],
] as const) {
  test(`what a proxy records of ${deviation ?? 'a conforming endpoint'} is judged @slow`, async () => {
    const mock = await startMock({ deviation, tokens: [CANARY] });
    const file = test.info().outputPath('recorded.har');
    const endpoint = await startRecorder(mock.endpoint, file);
    const recorded = () => JSON.parse(readFileSync(file, 'utf8')).log.entries.length;
    await expect.poll(recorded).toBe(1);
    const body = createBody({ names: NAMES, templateVersion: null, templateInputs: null });
    const headers = { 'X-Auth-Token': CANARY, 'Content-Type': 'application/json' };
    const sent = [
      ['GET', listPath('', NAMES)],
      ['POST', listPath('', NAMES), body],
      ['GET', pluginPath('', NAMES)],
      ['DELETE', pluginPath('', { ...NAMES, collection: 'Not_A_Name!' })],
      ['DELETE', pluginPath('', NAMES)],
      ['DELETE', pluginPath('', NAMES)],
    ] as const;
    for (const [at, [method, path, text]] of sent.entries()) {
      await fetch(endpoint + path, { method, headers, ...(text === undefined ? {} : { body: text }) });
      // It reads the file again for each, and writes it after it has answered.
      await expect.poll(recorded).toBe(at + 2);
    }
    await mock.close();
    const { report } = await judged(file);
    expect(report.recording).toMatchObject({ creator: expect.stringContaining('ProxyServer'), own: false });
    expect(report.recording?.matched).toContainEqual({ operation: 'DeletePlugin', exchanges: 3 });
    expect([idsOf(report, 'failed'), idsOf(report, 'inconclusive')]).toEqual([broken, []]);
    expect(idsOf(report, 'passed')).toContain('delete.400.body.error_code');
    expect(allWritten()).not.toContain(CANARY);
  });
}
