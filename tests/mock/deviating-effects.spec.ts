import { expect } from '@playwright/test';
import { idOf } from '../../src/engine/judge/demands.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { readPluginList } from '../../src/suites/modelarts-plugins/resource.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, CREATE, LIST, pathOf, withMock } from './ask.ts';
import { walk } from './walk.ts';

const ACCEPTED = new Set(['delete.200.status', 'delete.200.with-body']);
const PROBED = new Set(
  scenarios
    .flatMap((one) => one.probes)
    .flatMap(({ expected, about }) => (expected.kind === 'nothing' ? [] : [idOf(about)])),
);

test('requests that must be refused are answered as the deviations say @slow', async () => {
  const statuses = async (name: string) => {
    const met = await walk(name);
    return (probe: string) => met.get(probe)?.came.status;
  };
  for (const { name, catches } of deviations) {
    const expected = /-accepted$/.test(name) ? 200 : Number(/-(\d{3})$/.exec(name)?.[1]);
    // Node gives a 101 that nobody asked for to nobody.
    if (!PROBED.has(catches) || !(expected > 101) || ACCEPTED.has(catches)) continue;
    const probe = scenarios.flatMap((one) => one.probes).find((one) => idOf(one.about) === catches);
    expect([name, (await statuses(name))(probe?.id ?? '')]).toEqual([name, expected]);
  }
  expect((await statuses('ill-formed-pool-500'))('ill-formed-pool')).toBe(500);
  expect((await statuses('no-token-400'))('no-token')).toBe(400);
  expect((await statuses('installed-refused'))('delete')).toBe(400);
  expect((await statuses('refuses-body'))('delete-with-body')).toBe(400);
  expect((await statuses('case-insensitive'))('letter-case')).toBe(200);
});

/** What is there after one DELETE, as Show and List tell. */
interface After {
  readonly shown: boolean;
  readonly listed: readonly string[];
}

const NEIGHBOURS = ['log-agent 1.3.2', 'gpu-beta 1.2.15', 'os-node-agent 6.8.0-20250219120620'];
const OWN = 'node-local-dns 1.6.36';

type Row = readonly [
  deviation: string | null,
  path: string,
  token: string | null,
  status: number,
  after: After,
];

const GONE = { shown: false, listed: NEIGHBOURS };
const THERE = { shown: true, listed: [...NEIGHBOURS, OWN] };
const ILL_FORMED = pathOf({ collection: 'Not_A_Name!' });

const ROWS: readonly Row[] = [
  [null, pathOf(), 'mock-token', 200, GONE],
  [null, pathOf(), null, 401, THERE],
  [null, ILL_FORMED, 'mock-token', 400, THERE],
  ['never-deleted', pathOf(), 'mock-token', 200, THERE],
  ['still-shown', pathOf(), 'mock-token', 200, { ...GONE, shown: true }],
  ['still-listed', pathOf(), 'mock-token', 200, { ...THERE, shown: false }],
  ['deletes-neighbour', pathOf(), 'mock-token', 200, { shown: false, listed: NEIGHBOURS.slice(1) }],
  ['ill-formed-pool-yet-deleted', ILL_FORMED, 'mock-token', 400, GONE],
  ['no-token-yet-deleted', pathOf(), null, 401, GONE],
  ['no-token-accepted', pathOf(), null, 200, GONE],
  ['wrong-token-accepted', pathOf(), 'wrong', 200, GONE],
  ['installed-refused', pathOf(), 'mock-token', 400, THERE],
  ['ill-formed-pool-accepted', ILL_FORMED, 'mock-token', 200, THERE],
];

for (const [deviation, path, token, status, after] of ROWS) {
  test(`${deviation ?? 'conforming'}: a DELETE answered ${status} leaves what it should`, () =>
    withMock({ deviation }, async (mock) => {
      await ask(mock, 'POST', LIST, { body: CREATE });
      expect((await ask(mock, 'DELETE', path, { token })).status).toBe(status);
      const shown = (await ask(mock, 'GET', pathOf())).status === 200;
      const plugins = readPluginList(bodyOf(await ask(mock, 'GET', LIST)), mock.options.poolName);
      const listed = plugins?.map(({ item: templateName, version }) => `${templateName} ${version}`);
      expect({ shown, listed }).toEqual(after);
    }));
}

test('changes-neighbour changes the spec of a neighbour and nothing else of it', () =>
  withMock({ deviation: 'changes-neighbour' }, async (mock) => {
    await ask(mock, 'POST', LIST, { body: CREATE });
    const list = async () =>
      readPluginList(bodyOf(await ask(mock, 'GET', LIST)), mock.options.poolName) ?? [];
    const before = await list();
    await ask(mock, 'DELETE', pathOf());
    const after = await list();
    expect(after.slice(1)).toEqual(before.slice(1, 3));
    expect(after[0]?.spec).not.toEqual(before[0]?.spec);
    expect({ ...after[0], spec: 0, inputs: 0 }).toEqual({ ...before[0], spec: 0, inputs: 0 });
  }));

test('comes-back stays gone until the DELETE is repeated', () =>
  withMock({ deviation: 'comes-back' }, async (mock) => {
    await ask(mock, 'POST', LIST, { body: CREATE });
    await ask(mock, 'DELETE', pathOf());
    for (const _again of [1, 2, 3]) expect((await ask(mock, 'GET', pathOf())).status).toBe(404);
    expect((await ask(mock, 'DELETE', pathOf())).status).toBe(400);
    expect((await ask(mock, 'GET', pathOf())).status).toBe(200);
  }));
