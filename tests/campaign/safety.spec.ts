import { expect } from '@playwright/test';
import type { Neighbour } from '../../src/suites/modelarts-plugins/mock/options.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { type Passing, startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run, walkOf } from './run.ts';

const somebodys: Neighbour = {
  templateName: 'node-local-dns',
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-03-17T12:29:18Z',
};

test("somebody else's instance ends the run after one List", async () => {
  const mock = await startMock({ neighbours: [somebodys] });
  const finished = await run(liveSettings(mock.endpoint));
  expect(walkOf(finished)).toEqual(['list GET 200']);
  expect(finished.input.report.verdict).toBe('inconclusive');
  expect(finished.input.report.scenarios[0]?.blocked?.cause).toContain('did not install');
  await mock.close();
});

test('with `existing` a pool without the plug-in is left as it is @slow', async () => {
  const mock = await startMock();
  const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_PLUGIN_SOURCE: 'existing' });
  expect(walkOf(finished)).toEqual(['list GET 200']);
  expect(finished.input.report.verdict).toBe('inconclusive');
  await mock.close();
});

test('an instance that is not the one installed is not deleted', async () => {
  const mock = await startMock();
  const shows = (p: Passing) => p.method === 'GET' && p.own && p.before === 1;
  const disturbed = await startDisturbed(mock, (passing) =>
    shows(passing)
      ? {
          after: (response, { status, body }) =>
            response
              .writeHead(status)
              .end(body.replace(/"creationTimestamp":"\d+/, '"creationTimestamp":"1999')),
        }
      : null,
  );
  const finished = await run(liveSettings(disturbed.endpoint));
  const readBack = finished.input.exchanges.findIndex(
    ({ purpose, probe }) => purpose === 'read-back' && probe === 'delete',
  );
  const after = finished.input.exchanges.slice(readBack);
  expect(after.filter(({ purpose, request }) => purpose === 'probe' && request.method === 'DELETE')).toEqual(
    [],
  );
  expect(finished.input.report.verdict).toBe('inconclusive');
  await disturbed.close();
  await mock.close();
});

test("no DELETE goes to another spelling of the name that is somebody's", async () => {
  const mock = await startMock({ neighbours: [{ ...somebodys, templateName: 'NODE-LOCAL-DNS' }] });
  const { report, exchanges } = (await run(liveSettings(mock.endpoint))).input;
  expect(
    exchanges.filter(({ request }) => request.method === 'DELETE' && request.url.endsWith('NODE-LOCAL-DNS')),
  ).toEqual([]);
  expect(idsOf(report, 'inconclusive')).toEqual(['delete.400.unknown.letter-case']);
  expect(idsOf(report, 'failed')).toEqual([]);
  await mock.close();
});

for (const [which, each] of [
  ['one of fifteen requests @slow', 15],
  ['whichever request @long', 1],
] as const) {
  test(`what was installed is removed where the run is interrupted at ${which}`, async () => {
    // As many runs as requests are tried.
    test.slow();
    const whole = await run({});
    for (let at = 1; at <= whole.input.exchanges.length; at += each) {
      const mock = await startMock();
      const interrupt = new AbortController();
      const disturbed = await startDisturbed(mock, () => {
        if (disturbed.passed.length === at) interrupt.abort();
        return null;
      });
      const { report } = (await run(liveSettings(disturbed.endpoint), { interrupt: interrupt.signal })).input;
      expect(report, `interrupted at request ${at}`).toMatchObject({
        interrupted: true,
        verdict: 'inconclusive',
      });
      await expectNeighboursAlone(mock);
      await disturbed.close();
      await mock.close();
    }
  });
}

test('an interruption while an install is under way removes it too @slow', async () => {
  const mock = await startMock({ installMs: 60_000 });
  const interrupt = new AbortController();
  const running = run(
    { ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '30000' },
    { interrupt: interrupt.signal },
  );
  await expect.poll(() => mock.requests()).toBeGreaterThan(4);
  interrupt.abort();
  const { report } = (await running).input;
  expect(report.interrupted).toBe(true);
  await expectNeighboursAlone(mock);
  await mock.close();
});

test('an install whose answer nobody saw, and that is carried out after the interruption, is removed too @slow', async () => {
  const mock = await startMock();
  const interrupt = new AbortController();
  const { projectId, poolName, templateName, tokens } = mock.options;
  const late: Promise<Response>[] = [];
  const disturbed = await startDisturbed(mock, ({ method }) => {
    if (method !== 'POST') return null;
    const install = () =>
      fetch(`${mock.endpoint}/v2/${projectId}/pools/${poolName}/plugins`, {
        method,
        headers: { 'x-auth-token': tokens[0] ?? '' },
        body: JSON.stringify({
          apiVersion: 'v2',
          kind: 'Plugin',
          spec: { template: { name: templateName } },
        }),
      });
    return {
      instead: (response) => {
        interrupt.abort();
        response.destroy();
        late.push(new Promise((resolve) => setTimeout(resolve, 700)).then(install));
      },
    };
  });
  const { report } = (await run(liveSettings(disturbed.endpoint), { interrupt: interrupt.signal })).input;
  expect(report.interrupted).toBe(true);
  expect((await Promise.all(late)).map(({ status }) => status)).toEqual([200]);
  await expectNeighboursAlone(mock);
  await disturbed.close();
  await mock.close();
});

async function expectNeighboursAlone(mock: Awaited<ReturnType<typeof startMock>>): Promise<void> {
  const { projectId, poolName, tokens, neighbours } = mock.options;
  const answer = await fetch(`${mock.endpoint}/v2/${projectId}/pools/${poolName}/plugins`, {
    headers: { 'x-auth-token': tokens[0] ?? '' },
  });
  const { items } = (await answer.json()) as { items: { spec: { template: { name: string } } }[] };
  expect(items.map(({ spec }) => spec.template.name)).toEqual(
    neighbours.map(({ templateName }) => templateName),
  );
}
