import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { act } from './act.ts';
import { CANARY } from './har.ts';
import { allWritten, idsOf, judged } from './judged.ts';

/** The file that Playwright's recorder makes of it. */
async function recorded(
  deviation: string | null,
  content: 'embed' | 'omit' | 'attach' = 'embed',
): Promise<string> {
  const mock = await startMock({ deviation, tokens: [CANARY, ...MOCK_DEFAULTS.tokens] });
  const path = test.info().outputPath(`${deviation}.har`);
  const context = await (await theBrowser()).newContext({ recordHar: { path, content } });
  try {
    await act(await context.newPage(), mock);
  } finally {
    await context.close();
    await mock.close();
  }
  return path;
}

test("what Chromium recorded of a conforming endpoint through Playwright's recorder breaks nothing @slow", async () => {
  const path = await recorded(null);
  expect(readFileSync(path, 'utf8')).toContain(CANARY);
  const { report } = await judged(path);
  expect([idsOf(report, 'failed'), idsOf(report, 'drift'), idsOf(report, 'inconclusive')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(report.run.exitCode).toBe(0);
  expect(report.recording?.creator).toMatch(/^Playwright /);
  expect(report.recording?.matched).toContainEqual({ operation: 'DeletePlugin', exchanges: 3 });
  for (const answer of ['200', '400'])
    expect(idsOf(report, 'passed')).toContain(`delete.${answer}.json.unique-names`);
  expect(allWritten()).not.toContain(CANARY);
});

for (const content of ['omit', 'attach'] as const) {
  test(`bodies that the recorder was told to ${content} leave it inconclusive @slow`, async () => {
    const { report } = await judged(await recorded(null, content));
    expect([idsOf(report, 'failed'), report.run.exitCode]).toEqual([[], 3]);
  });
}

/** Deviations that the text of a body shows. */
const OF_BODIES = deviations.filter(({ catches }) =>
  /^delete\.[24]00\.(?:body\.|json\.unique|media)/.test(catches),
);

test('each of twelve deviating bodies breaks its own requirement in what Chromium recorded @slow', async () => {
  const step = Math.floor(OF_BODIES.length / 12);
  const twelve = OF_BODIES.filter((_, at) => at % step === 0).slice(0, 12);
  for (const { name, catches } of twelve) {
    const { report } = await judged(await recorded(name));
    expect([name, idsOf(report, 'failed')]).toEqual([name, expect.arrayContaining([catches])]);
    expect(report.run.exitCode).toBe(1);
  }
  expect(twelve.length).toBe(12);
});
