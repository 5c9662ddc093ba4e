import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Front, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance, unbroken } from './command.ts';
import { startSecured } from './secured.ts';

const report = () => JSON.parse(readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8'));

// Under Playwright every request goes through a tunnel to one in another test: see `proxy.spec.ts`.
for (const runner of ['direct', 'playwright']) {
  test(`an endpoint with a certificate of a private authority is tested by the ${runner} runner${longIf(runner === 'playwright')}`, async () => {
    const target = await startSecured();
    const { NODE_EXTRA_CA_CERTS, ...without } = target.settings;
    const run = ['run', '--runner', runner];
    const trusted = await conformance(run, target.settings);
    expect(trusted.stdout).toContain('CONFORMANT');
    expect(trusted.code).toBe(0);
    // Without the authority no request is answered, under either runner.
    const untrusted = await conformance(['run', '--runner', 'direct'], without);
    expect(untrusted.code).toBe(3);
    expect(unbroken(untrusted.stdout)).toContain('NODE_EXTRA_CA_CERTS');
    await target.close();
  });
}

for (const tls of [false, true]) {
  test(`an endpoint is tested on IPv6${tls ? ' with TLS' : ''} @slow`, async () => {
    const mock = await startMock({ host: '::1' }).catch((cause: unknown) => {
      throw new Error('This machine has no IPv6 loopback address `::1`.', { cause });
    });
    const target = tls ? await startSecured({ host: '::1' }) : null;
    const settings = target?.settings ?? liveSettings(mock.endpoint);
    const { code } = await conformance(['run', '--runner', 'direct'], settings);
    expect(code).toBe(0);
    expect(report().target.endpoint).toMatch(tls ? /^https:\/\/\[::1\]:\d+$/ : /^http:\/\/\[::1\]:\d+$/);
    await target?.close();
    await mock.close();
  });
}

test('an endpoint below a path gets every request below it @slow', async () => {
  const mock = await startMock();
  const front: Front = { prefix: '/gateway/x' };
  const target = await startDisturbed(mock, () => null, front);
  const { code } = await conformance(['run', '--runner', 'direct'], liveSettings(`${target.endpoint}/`));
  expect(code).toBe(0);
  expect(report().target.endpoint).toBe(target.endpoint);
  // What is not below it never gets this far.
  expect(target.passed.length).toBe(mock.requests());
  await target.close();
  await mock.close();
});
