import { expect } from '@playwright/test';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import { type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { idsOf, liveSettings, run } from '../campaign/run.ts';
import { test } from './prism.ts';

test.setTimeout(600_000);

/** Something that Prism finds wrong with a request or an answer; it tells so in a header of the answer. */
interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

function violationsOf({ response }: Exchange): readonly Violation[] {
  const told = response?.headers.find(([name]) => name.toLowerCase() === 'sl-violations');
  return told === undefined ? [] : JSON.parse(told[1]);
}

/** Runs the suite against a mock with Prism in between. */
async function runBehind(endpoint: string, options: Partial<MockOptions>) {
  const mock = await startMock(options);
  const { input } = await run(liveSettings(endpoint));
  await mock.close();
  return input;
}

/** A port that is free now: Prism is told of it before there is a mock. */
async function freePort(): Promise<number> {
  const mock = await startMock();
  await mock.close();
  return Number(new URL(mock.endpoint).port);
}

test('Prism finds no fault in a whole run against our mock, and a run through it conforms @slow', async ({
  startPrism,
}) => {
  const port = await freePort();
  // With `--errors` whatever it finds wrong becomes an answer of its own, which no run would pass.
  const prism = await startPrism('proxy', `http://127.0.0.1:${port}`, '--errors');
  const { report, exchanges } = await runBehind(prism.endpoint, { port });
  expect(report.verdict).toBe('conformant');
  expect(idsOf(report, 'failed', 'inconclusive', 'drift', 'not-observed')).toEqual([]);
  const warned = exchanges.flatMap((exchange) =>
    violationsOf(exchange).map(({ severity, message }) => {
      const { request, response, purpose } = exchange;
      return `${severity}: ${purpose} ${request.method} ${response?.status}: ${message}`;
    }),
  );
  const unlisted = 'Unable to match the returned status code with those defined in the document: 200,400';
  expect([...new Set(warned)].toSorted()).toEqual([
    `Warning: look GET 404: ${unlisted}`,
    // The gateway's answer to a wrong token; that to none is Prism's own.
    `Warning: probe DELETE 401: ${unlisted}`,
    // A List of the pool's name in other letter case: the page of List has no 400.
    `Warning: read-back GET 400: ${unlisted.replace(',400', '')}`,
    // Show of what is not there: the page of Show lists no 404, other pages of the API do, and both are accepted.
    `Warning: read-back GET 404: ${unlisted}`,
    `Warning: settle GET 404: ${unlisted}`,
  ]);
  // What the mock was never asked: the methods that no page has, and a DELETE without credentials.
  const own = exchanges.filter(({ response }) =>
    response?.headers.some(([, value]) => value.startsWith('application/problem+json')),
  );
  expect(own.map(({ request, response }) => `${request.method} ${response?.status}`)).toEqual([
    'DELETE 401',
    'PUT 405',
    'POST 405',
    'PUT 405',
    'POST 405',
  ]);
});

/** A whole run each: some of them show what all do. */
const IN_A_FIELD = {
  '@slow': ['kind-wrong-type', 'missing-phase', 'requests-array', 'error-code-shape'],
  '@long': [
    'undocumented-phase',
    'bad-timestamp',
    'replicas-negative',
    'template-string',
    'error-msg-empty',
    'request-id-number',
  ],
} as const;

for (const [tag, names] of Object.entries(IN_A_FIELD)) {
  test(`what our rules find in a field, Prism finds there too: ${names.join(', ')} ${tag}`, async ({
    startPrism,
  }) => {
    const port = await freePort();
    // One for all of them: it takes four times as long to start as a run takes.
    const prism = await startPrism('proxy', `http://127.0.0.1:${port}`);
    for (const deviation of names) {
      const { report, exchanges } = await runBehind(prism.endpoint, { port, deviation });
      const theirs = exchanges.flatMap((exchange) =>
        violationsOf(exchange)
          .filter(({ location, severity }) => location[0] === 'response' && severity === 'Error')
          .map(({ location, message }) => {
            const missing = /must have required property '(\w+)'/.exec(message)?.slice(1) ?? [];
            // The number of an item is no field.
            const path = [...location.slice(2), ...missing].filter((step) => /^[a-z_]+$/i.test(step));
            return ['delete', exchange.response?.status, 'body', ...path].join('.');
          }),
      );
      const ours = idsOf(report, 'failed').filter((id) => id.includes('.body'));
      expect([deviation, [...new Set(theirs)].toSorted()]).toEqual([deviation, ours.toSorted()]);
      expect([deviation, ours]).not.toEqual([deviation, []]);
    }
  });
}
