import { expect } from '@playwright/test';
import type { LedgerEntry } from '../../src/lifecycle/ledger-lines.ts';
import { leftoverOf } from '../../src/lifecycle/leftovers.ts';
import { isLeft } from '../../src/lifecycle/walk/foreign.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { install } from '../../src/suites/modelarts-plugins/mock/pool.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { readPlugin } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run } from './run.ts';

/** The names in the pool, and when each was created. */
async function pool({ endpoint, options }: Mock): Promise<ReadonlyMap<string, string>> {
  const { projectId, poolName, tokens } = options;
  const answer = await fetch(`${endpoint}/v2/${projectId}/pools/${poolName}/plugins`, {
    headers: { 'x-auth-token': tokens[0] ?? '' },
  });
  const { items } = (await answer.json()) as { items: unknown[] };
  const plugins = items.flatMap((one) => readPlugin(one) ?? []);
  return new Map(plugins.map((one) => [one.item ?? '', one.creationTimestamp ?? '']));
}

const NEIGHBOURS = ['log-agent', 'gpu-beta', 'os-node-agent'];

for (const [deviation, broken] of [
  ['put-replaces', 'delete.method.put-with-body'],
  ['post-recreates', 'delete.method.post-with-body'],
] as const) {
  test(`${deviation}: what was made in the place of the run's own is its own, and removed @slow`, async () => {
    const mock = await startMock({ deviation, installMs: 300 });
    const { report } = (await run(liveSettings(mock.endpoint))).input;
    expect(idsOf(report, 'failed')).toEqual([broken]);
    expect(idsOf(report, 'inconclusive')).toEqual([]);
    expect(report.scenarios.map(({ blocked }) => blocked)).toEqual(report.scenarios.map(() => null));
    expect([...(await pool(mock)).keys()]).toEqual(NEIGHBOURS);
    await mock.close();
  });
}

test('it is removed also where the run is interrupted just after it was made @slow', async () => {
  for (const later of [1, 2, 3]) {
    const mock = await startMock({ deviation: 'put-replaces' });
    const interrupt = new AbortController();
    let since = -1;
    const disturbed = await startDisturbed(mock, ({ method, headers }) => {
      if (since >= 0) since += 1;
      if (method === 'PUT' && headers['content-length'] !== undefined && headers['content-length'] !== '0')
        since = Math.max(since, 0);
      if (since === later) interrupt.abort();
      return null;
    });
    const { report } = (await run(liveSettings(disturbed.endpoint), { interrupt: interrupt.signal })).input;
    expect(report.interrupted).toBe(true);
    expect([later, [...(await pool(mock)).keys()]]).toEqual([later, NEIGHBOURS]);
    await disturbed.close();
    await mock.close();
  }
});

/** A PUT with a body that puts an instance of this time in the place of the one that is there. */
function replacing(status: number, creationTimestamp: string): Manner {
  const isOne = (method: string, body: string) => method === 'PUT' && body !== '';
  return {
    effect: ({ asked, pool: there, now }, carryOut) => {
      carryOut();
      const plugin = there.plugins.get(there.options.templateName);
      if (isOne(asked.method, asked.body) && plugin !== undefined)
        install(there, plugin.template, creationTimestamp, now);
    },
    answer: (answer, { asked }) => (isOne(asked.method, asked.body) ? { ...answer, status } : answer),
  };
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

for (const [what, status, seconds] of [
  ['that is older than the request', 200, -3 * 86_400],
  ['that is older by an hour and a bit', 200, -3700],
  ['though the request was refused', 409, 30],
] as const) {
  test(`somebody's instance in its place, ${what}, is left alone`, async () => {
    const created = inSeconds(seconds);
    const mock = await startMock({}, replacing(status, created));
    const { report } = (await run(liveSettings(mock.endpoint))).input;
    expect(report.scenarios.find(({ id }) => id === 'methods')?.blocked?.cause).toContain('did not install');
    expect((await pool(mock)).get('node-local-dns')).toBe(created);
    await mock.close();
  });
}

test('a local time that is called UTC is no reason to leave it behind @slow', async () => {
  const mock = await startMock({}, replacing(200, inSeconds(-7 * 3600)));
  const { report } = (await run(liveSettings(mock.endpoint))).input;
  expect(idsOf(report, 'failed')).toEqual(['delete.method.put-with-body']);
  expect([...(await pool(mock)).keys()]).toEqual(NEIGHBOURS);
  await mock.close();
});

test('the ledger alone tells what was made in the place of an instance from what somebody installed later', () => {
  const about = {
    ...{ run: 'a', endpoint: 'https://host.example', project: 'p', collection: 'pool-a' },
    item: 'x',
  };
  const at = '2026-03-17T12:00:00Z';
  const lines: readonly LedgerEntry[] = [
    { ...about, at, event: 'install-intended', absentAt: at, settleTimeoutMs: 60_000 },
    { ...about, at, event: 'installed', creationTimestamp: at },
    { ...about, at, event: 'may-be-replaced', since: '2026-03-17T13:00:00Z', settleTimeoutMs: 60_000 },
  ];
  const left = leftoverOf(lines);
  const isOf = (creationTimestamp: string) => {
    const plugin = readPlugin({ metadata: { creationTimestamp }, spec: { template: { name: 'x' } } });
    return plugin !== null && left !== null && isLeft(plugin, left);
  };
  expect([at, '2026-03-17T13:00:01Z', '2026-03-17T13:20:00Z', '2026-03-18T13:00:00Z'].map(isOf)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(leftoverOf(lines.slice(0, 2))?.replacement).toBeNull();
});
