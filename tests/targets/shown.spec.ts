import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance } from '../cli/command.ts';
import { neighboursOf, poolOf } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { entryOf, reportJson, SETTINGS, startMocks, writeTargets } from './many.ts';

/** A server that notes whose request came, by its token, and when it was answered, and hands it on. */
async function startNoting(endpoint: string) {
  const noted: { readonly token: string; readonly from: number; until: number }[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const one = { token: String(headers['x-auth-token'] ?? ''), from: performance.now(), until: Infinity };
    noted.push(one);
    outgoing.on('close', () => {
      one.until = performance.now();
    });
    const asked = request(`${endpoint}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, noted, close: () => server.close() };
}

/** An endpoint where nobody is, as soon as it is gone. */
async function placeOfNobody(): Promise<string> {
  const [mock] = await startMocks(1);
  await mock?.close();
  return mock?.endpoint ?? '';
}

test('twelve targets, three in one pool, two down, one with a wrong secret: right verdicts, and one run in a pool at a time @slow', async () => {
  test.slow();
  const TOKENS = ['token-one', 'token-two', 'token-three'];
  const pool = await startMock({ installMs: 300, tokens: ['mock-token', ...TOKENS] });
  const front = await startNoting(pool.endpoint);
  const alone = await startMocks(6, { installMs: 300 });
  const [wrong] = await startMocks(1);
  if (wrong === undefined) throw new Error('No mock.');
  const down = [await placeOfNobody(), await placeOfNobody()];
  const entries = [
    ...TOKENS.map((_, at) =>
      entryOf({ ...pool, endpoint: front.endpoint }, `shared-${at}`, {
        template: `template-${at}`,
        auth: { tokenEnv: `SHARED_${at}` },
        // The host would bear them all: the pool does not.
        perHost: 4,
      }),
    ),
    ...down.map((endpoint, at) => entryOf({ ...wrong, endpoint }, `down-${at}`)),
    entryOf(wrong, 'wrong', { auth: { tokenEnv: 'WRONG_ENV' } }),
    ...alone.map((mock, at) => entryOf(mock, `alone-${at}`)),
  ];
  const file = writeTargets(entries);
  const { code } = await conformance(['run', '--targets', file], {
    ...SETTINGS,
    ...Object.fromEntries(TOKENS.map((token, at) => [`SHARED_${at}`, token])),
    WRONG_ENV: 'another-token',
  });
  const { targets } = reportJson('targets.json');
  const verdicts = targets.map((one: { name: string; verdict: string }) => [one.name, one.verdict]);
  expect(verdicts).toEqual(
    entries.map(({ name }) => [name, /^(?:down|wrong)/.test(String(name)) ? 'inconclusive' : 'conformant']),
  );
  expect(code).toBe(3);
  const spans = TOKENS.map((token) => {
    const own = front.noted.filter((one) => one.token === token);
    expect(own.length).toBeGreaterThan(10);
    return {
      from: Math.min(...own.map(({ from }) => from)),
      until: Math.max(...own.map(({ until }) => until)),
    };
  }).sort((a, b) => a.from - b.from);
  for (const [at, { until }] of spans.slice(0, -1).entries())
    expect(until).toBeLessThanOrEqual(spans[at + 1]?.from ?? 0);
  for (const mock of [pool, wrong, ...alone]) expect(await poolOf(mock)).toEqual(neighboursOf(mock));
  front.close();
  await Promise.all([pool, wrong, ...alone].map((mock) => mock.close()));
});
