import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { conformance, unbroken } from './command.ts';
import { type TroubleCase, troubles } from './troubles.ts';

const SETTLE_MS = 1500;

for (const [what, one] of Object.entries(troubles)) {
  test(`${what} in the place of the endpoint: exit 3, with the cause and what to do @slow`, async () => {
    await meet(one, 'direct');
  });
}

/** One shows what all do under the other runner. */
const UNDER_PLAYWRIGHT = {
  '@slow': ['a captive portal'],
  '@long': ['a socket that accepts and never answers', 'a self-signed certificate'],
} as const;

for (const [tag, kinds] of Object.entries(UNDER_PLAYWRIGHT)) {
  test(`under Playwright's runner it is the same of ${kinds.join(', and of ')} ${tag}`, async () => {
    for (const what of kinds) {
      const one = troubles[what];
      if (one === undefined) throw new Error(`\`${what}\` is no kind of trouble.`);
      await meet(one, 'playwright');
    }
  });
}

async function meet(
  { start, cause, remedy, requests = 1, timeoutMs = 10_000 }: TroubleCase,
  runner: 'direct' | 'playwright',
): Promise<void> {
  const target = await start();
  const { code, stdout, stderr } = await conformance(['run', '--runner', runner], {
    ...liveSettings(target.endpoint),
    ...target.environment,
    MODELARTS_REQUEST_TIMEOUT_MS: String(timeoutMs),
    MODELARTS_SETTLE_TIMEOUT_MS: String(SETTLE_MS),
  });
  await target.close();
  expect(code).toBe(3);
  expect(stderr).toBe('');
  const report: Report = JSON.parse(
    readFileSync(test.info().outputPath('reports', 'conformance.json'), 'utf8'),
  );
  const { verdict, requirements, scenarios } = report;
  expect(verdict).toBe('inconclusive');
  expect(new Set(requirements.map(({ outcome }) => outcome))).toEqual(new Set(['inconclusive']));
  const sent = target.requests();
  const [blocked] = scenarios.flatMap((scenario) => scenario.blocked ?? []);
  expect(blocked).toMatchObject({
    cause: expect.stringMatching(cause),
    // Where a busy machine takes long for each, fewer are sent within the settle time.
    tried: sent > 1 ? `A List was sent ${sent} times, with growing pauses.` : 'A List was sent once.',
    remedy: expect.stringMatching(remedy),
    endsRun: true,
  });
  expect(stdout).toContain('INCONCLUSIVE');
  expect(unbroken(stdout)).toMatch(cause);
  expect(unbroken(stdout)).toMatch(remedy);
  expect(sent).toBeLessThanOrEqual(requests);
  expect(sent).toBeGreaterThanOrEqual(Math.min(requests, 2));
  expect(target.elsewhere()).toBe(0);
}
