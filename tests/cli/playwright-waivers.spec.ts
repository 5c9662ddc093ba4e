import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { type Ended, playwright } from './command.ts';

/** Playwright's own command at a mock that breaks one requirement, which is waived until a day; and how much was sent. */
async function runWaiving(until: string): Promise<Ended & { readonly requests: number }> {
  const file = test.info().outputPath('known.yaml');
  const said = [
    '  reason: It is mended soon.',
    `  until: ${until}`,
    '  approvedBy: A. Person',
    '  ticket: OPS-7',
  ];
  writeFileSync(file, ['- requirement: delete.200.body.status.phase', ...said, ''].join('\n'));
  const mock = await startMock({ deviation: 'missing-phase' });
  const settings = { ...liveSettings(mock.endpoint), CONFORMANCE_WAIVERS: file };
  const ended = await playwright(['--reporter=list'], settings);
  await mock.close();
  return { ...ended, requests: mock.requests() };
}

test("Playwright's report says of a waived violation who approved it, until when, and the ticket @slow", async () => {
  const until = dayFromNow(30);
  const { stdout } = await runWaiving(until);
  expect(stdout).toContain('delete.200.body.status.phase waived: MUST ');
  expect(stdout).toContain(`  waived   by A. Person, until ${until}, ticket OPS-7: It is mended soon.`);
});

test("waivers that cannot be used end Playwright's own command before anything is sent @slow", async () => {
  const { code, stdout, stderr, requests } = await runWaiving(dayFromNow(91));
  expect([code, requests]).toEqual([1, 0]);
  expect(stdout + stderr).toContain('which is 91 days ahead; right would be ');
});
