import { statSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run } from './run.ts';

/** Bodies of a 200 that no client should be sent, and the requirement that each fails. */
const bodies: Readonly<Record<string, readonly [body: () => Buffer, fails: string]>> = {
  'of 20 MB': [() => Buffer.from(JSON.stringify({ kind: 'x'.repeat(20_000_000) })), 'delete.200.body.kind'],
  'of 100,000 nested arrays': [
    () => Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
    'delete.200.body',
  ],
  // Deeper than is judged, so it is not even parsed.
  'of 100,000 arrays that never close': [() => Buffer.from('['.repeat(100_000)), 'delete.200.body'],
  'of bytes that are no text': [() => Buffer.from([0, 255, 254, 128, 0, 1]), 'delete.200.json.encoding'],
  'that is empty': [() => Buffer.alloc(0), 'delete.200.json'],
  'of 300,000 members': [
    () => Buffer.from(`{${Array.from({ length: 300_000 }, (_, at) => `"m${at}":${at}`).join()}}`),
    'delete.200.body.kind',
  ],
};

for (const [what, [body, fails]] of Object.entries(bodies)) {
  test(`a body ${what} gets a finding and never a crash @slow`, async () => {
    const bytes = body();
    const mock = await startMock();
    const disturbed = await startDisturbed(mock, ({ method, own, before }) =>
      // One such answer costs seconds, and the next one shows no more.
      method === 'DELETE' && own && before === 0
        ? {
            after: (response, { status }) =>
              response.writeHead(status, { 'content-type': 'application/json' }).end(bytes),
          }
        : null,
    );
    const environment = { ...liveSettings(disturbed.endpoint), MODELARTS_REQUEST_TIMEOUT_MS: '30000' };
    const { report } = (await run(environment)).input;
    expect(report.verdict).toBe('non-conformant');
    expect(idsOf(report, 'failed')).toContain(fails);
    expect(statSync(test.info().outputPath('reports', 'conformance.html')).size).toBeLessThan(4_000_000);
    await disturbed.close();
    await mock.close();
  });
}
