import { fileURLToPath } from 'node:url';
import { type CDPSession, expect } from '@playwright/test';
import { MOCK_DEFAULTS, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { theBrowser } from '../browser.ts';
import { act } from '../judge-recording/act.ts';
import { CANARY, written } from '../judge-recording/har.ts';
import { allWritten, idsOf, judged } from '../judge-recording/judged.ts';
import { test } from '../own-test.ts';
import { installed } from './install.ts';

/** An event of Chromium's, as far as it is looked into here. */
interface Message {
  readonly method: string;
  readonly params: { readonly requestId?: string; response?: { body?: string; encoding?: string } };
}

interface ChromeHar {
  readonly harFromMessages: (
    messages: readonly Message[],
    options: { readonly includeTextFromResponseBody: boolean },
  ) => object;
}

const EVENTS = [
  'Page.frameStartedLoading',
  'Page.frameAttached',
  'Page.domContentEventFired',
  'Page.loadEventFired',
  'Network.requestWillBeSent',
  'Network.requestWillBeSentExtraInfo',
  'Network.responseReceived',
  'Network.responseReceivedExtraInfo',
  'Network.dataReceived',
  'Network.loadingFinished',
  'Network.loadingFailed',
] as const;

/** Keeps every event that a HAR file is made of, with the bodies of the answers. */
async function watch(session: CDPSession): Promise<{ readonly all: () => Promise<readonly Message[]> }> {
  const messages: Message[] = [];
  const bodies: Promise<void>[] = [];
  for (const method of EVENTS)
    session.on(method, (params: object) => {
      messages.push({ method, params });
      if (method === 'Network.loadingFinished') bodies.push(addBody(session, messages, params));
    });
  await session.send('Network.enable');
  await session.send('Page.enable');
  return { all: () => Promise.all(bodies).then(() => messages) };
}

async function addBody(session: CDPSession, messages: readonly Message[], params: Message['params']) {
  const { requestId = '' } = params;
  const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId });
  const answer = messages.find(
    (one) => one.method === 'Network.responseReceived' && one.params.requestId === requestId,
  );
  if (answer?.params.response === undefined) return;
  Object.assign(answer.params.response, { body, ...(base64Encoded ? { encoding: 'base64' } : {}) });
}

for (const [deviation, broken] of [
  [null, []],
  ['missing-phase', ['delete.200.body.status.phase']],
] as const) {
  test(`the events of Chromium, made a HAR file by another hand, against ${deviation ?? 'a conforming endpoint'} @slow`, async () => {
    // `require` is typed `any`; the package has types of its own once it is installed.
    const { harFromMessages }: ChromeHar = (
      await installed(fileURLToPath(new URL('recorders/', import.meta.url)))
    )('chrome-har');
    const mock = await startMock({ deviation, tokens: [CANARY, ...MOCK_DEFAULTS.tokens] });
    const page = await (await theBrowser()).newPage();
    const events = await watch(await page.context().newCDPSession(page));
    try {
      await act(page, mock);
      const har = harFromMessages(await events.all(), { includeTextFromResponseBody: true });
      const { report } = await judged(written(JSON.stringify(har)));
      expect(report.recording?.matched).toContainEqual({ operation: 'DeletePlugin', exchanges: 3 });
      expect([idsOf(report, 'failed'), idsOf(report, 'inconclusive')]).toEqual([broken, []]);
      expect(idsOf(report, 'passed')).toContain('delete.400.body.error_code');
      expect(allWritten()).not.toContain(CANARY);
    } finally {
      await page.close();
      await mock.close();
    }
  });
}
