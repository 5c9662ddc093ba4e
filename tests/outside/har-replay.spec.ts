import { expect } from '@playwright/test';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { theBrowser } from '../browser.ts';
import { liveSettings, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';

/** The exchanges of a run against a mock that is gone afterwards, and a page whose network is the run's HAR. */
async function replayed(deviation: string | null) {
  const mock = await startMock({ deviation });
  const { input } = await run({ ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '300' });
  await mock.close();
  const page = await (await theBrowser()).newPage();
  await page.routeFromHAR(test.info().outputPath('reports', 'evidence.har'), { notFound: 'abort' });
  return { page, exchanges: input.exchanges };
}

/** Status and bytes of the answers that were recorded to such a request, each once. */
function recorded(exchanges: readonly Exchange[], method: string, url: string): readonly string[] {
  const answers = exchanges.flatMap(({ request, response }) =>
    request.method === method && request.url === url && response !== null
      ? [`${response.status} ${Buffer.from(response.body.data, response.body.encoding).toString('base64')}`]
      : [],
  );
  return [...new Set(answers)];
}

for (const deviation of [null, 'bad-utf-8-400', 'cut-answer', 'not-http']) {
  test(`Playwright replays the HAR of a run against ${deviation ?? 'a conforming endpoint'} @slow`, async () => {
    const { page, exchanges } = await replayed(deviation);
    const list = exchanges.find(({ purpose }) => purpose === 'list')?.request.url ?? '';
    const answer = await page.goto(list);
    const shown = `${answer?.status()} ${(await answer?.body())?.toString('base64')}`;
    expect(recorded(exchanges, 'GET', list)).toContain(shown);
    const refused = exchanges.find(
      ({ scenario, purpose }) => scenario === 'ill-formed' && purpose === 'probe',
    );
    const url = refused?.request.url ?? '';
    const fetched = await page.evaluate<string>(`fetch(${JSON.stringify(url)}, { method: 'DELETE' })
      .then(async (answer) => {
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return answer.status + ' ' + btoa(String.fromCharCode(...bytes));
      })`);
    expect(recorded(exchanges, 'DELETE', url)).toEqual([fetched]);
    await page.close();
  });
}
