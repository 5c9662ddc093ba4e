import type { Page } from '@playwright/test';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { listPath, pluginPath } from '../../src/suites/modelarts-plugins/paths.ts';
import { createBody } from '../../src/suites/modelarts-plugins/scenarios/create-body.ts';
import { CANARY, NAMES } from './har.ts';

const PLUGIN = pluginPath('', NAMES);

/** What somebody does in a browser: an install, a look, a DELETE that is refused, and two of the instance. */
export async function act(page: Page, mock: Mock): Promise<void> {
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
