import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { MOCK_DEFAULTS, type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { listPath, pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { createBody } from '../../src/suites/modelarts-plugins/scenarios/create-body.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { CANARY, NAMES } from './har.ts';
import { allWritten, idsOf, judged } from './judged.ts';

const PLUGIN = pluginPath('', NAMES);

/** What somebody does in a browser: an install, a look, a DELETE that is refused, and two of the instance. */
async function act(page: Page, mock: Mock): Promise<void> {
  // The page of an error is of the endpoint too, so that what it fetches is no request of another origin.
  await page.goto(mock.endpoint + listPath('', NAMES));
  const body = createBody({ names: NAMES, templateVersion: null, templateInputs: null });
  const requests = [
    ['POST', listPath('', NAMES), body],
    ['GET', PLUGIN],
    ['GET', listPath('', NAMES)],
    ['DELETE', pluginPath('', { ...NAMES, collection: 'Not_A_Name!' })],
    ['DELETE', PLUGIN],
    ['GET', PLUGIN],
    ['DELETE', PLUGIN],
  ];
  await page.evaluate<unknown>(`(async () => {
    for (const [method, path, body] of ${JSON.stringify(requests)}) {
      const headers = { 'X-Auth-Token': ${JSON.stringify(CANARY)}, 'Content-Type': 'application/json' };
      await fetch(path, { method, headers, body }).then((answer) => answer.text()).catch(() => null);
    }
  })()`);
}

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
