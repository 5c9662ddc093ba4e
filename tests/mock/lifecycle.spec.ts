import { expect } from '@playwright/test';
import { member } from '../../src/engine/contract/json-value.ts';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { readPlugin, readPluginList } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { ask, bodyOf, CREATE, LIST, pathOf, withMock } from './ask.ts';

async function phase(mock: Mock): Promise<string | null> {
  const came = await ask(mock, 'GET', pathOf());
  return came.status === 200 ? (readPlugin(bodyOf(came))?.phase ?? null) : `${came.status}`;
}

async function listed(mock: Mock): Promise<readonly (string | null)[]> {
  const plugins = readPluginList(bodyOf(await ask(mock, 'GET', LIST)), mock.options.poolName);
  return plugins?.map((plugin) => plugin.item) ?? [];
}

const NEIGHBOURS = ['log-agent', 'gpu-beta', 'os-node-agent'];

test('without delays a plug-in is Pending, Running and gone from one request to the next', () =>
  withMock({}, async (mock) => {
    expect(await listed(mock)).toEqual(NEIGHBOURS);
    expect(await phase(mock)).toBe('404');

    const before = Math.floor(Date.now() / 1000) * 1000;
    const created = await ask(mock, 'POST', LIST, { body: CREATE });
    expect(created.status).toBe(200);
    const plugin = readPlugin(bodyOf(created));
    expect(plugin).toMatchObject({
      item: 'node-local-dns',
      name: 'pool-4cd084d36f8bd3346036-node-local-dns',
      phase: 'Pending',
      version: '1.6.36',
      inputs: { size: 'large' },
    });
    expect(plugin?.creationTimestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const installed = Date.parse(plugin?.creationTimestamp ?? '');
    expect(installed).toBeGreaterThanOrEqual(before);
    expect(installed).toBeLessThanOrEqual(Date.now());
    expect(await phase(mock)).toBe('Running');
    expect(await listed(mock)).toEqual([...NEIGHBOURS, 'node-local-dns']);

    const deleted = await ask(mock, 'DELETE', pathOf());
    expect(deleted.status).toBe(200);
    // It tells the resources, which Create does not.
    const { phase: last, uids: _uids, ...same } = readPlugin(bodyOf(deleted)) ?? { phase: null };
    const { phase: _first, ...asCreated } = plugin ?? { phase: null };
    expect(last).toBe('Running');
    expect(same).toEqual(asCreated);
    expect(await phase(mock)).toBe('404');
    expect(await listed(mock)).toEqual(NEIGHBOURS);
    expect((await ask(mock, 'DELETE', pathOf())).status).toBe(400);
    expect((await ask(mock, 'POST', LIST, { body: CREATE })).status).toBe(200);
    expect(await phase(mock)).toBe('Running');
    expect(mock.requests()).toBe(11);
  }));

test('with delays a plug-in goes through Pending, Running, Deleting and 404', () =>
  withMock({ installMs: 300, removeMs: 300 }, async (mock) => {
    const begun = performance.now();
    await ask(mock, 'POST', LIST, { body: CREATE });
    expect(await phase(mock)).toBe('Pending');
    await expect.poll(() => phase(mock), { intervals: [20] }).toBe('Running');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(300);

    const deleting = performance.now();
    const deleted = await ask(mock, 'DELETE', pathOf());
    expect(readPlugin(bodyOf(deleted))?.phase).toBe('Running');
    expect(await phase(mock)).toBe('Deleting');
    expect(await listed(mock)).toContain('node-local-dns');
    const again = await ask(mock, 'DELETE', pathOf());
    expect(again.status).toBe(400);
    expect(member(bodyOf(again), 'error_msg')).toContain('being deleted');
    expect((await ask(mock, 'POST', LIST, { body: CREATE })).status).toBe(400);
    await expect.poll(() => phase(mock), { intervals: [20] }).toBe('404');
    expect(performance.now() - deleting).toBeGreaterThanOrEqual(300);
    expect(await listed(mock)).toEqual(NEIGHBOURS);
  }));

test('a DELETE takes no body, an empty one, `{ }` and any other JSON', () =>
  withMock({}, async (mock) => {
    for (const extras of [{}, { body: '' }, { body: '{ }' }, { body: '[1, null]' }]) {
      await ask(mock, 'POST', LIST, { body: CREATE });
      expect((await ask(mock, 'DELETE', pathOf(), extras)).status).toBe(200);
      expect(await phase(mock)).toBe('404');
    }
  }));

test('only Show with `detail=true` and DELETE tell the resources', () =>
  withMock({}, async (mock) => {
    await ask(mock, 'POST', LIST, { body: CREATE });
    const resources = async (method: string, path: string) =>
      member(member(bodyOf(await ask(mock, method, path)), 'status'), 'resources');
    expect(await resources('GET', pathOf())).toBeUndefined();
    expect(await resources('GET', `${pathOf()}?detail=false`)).toBeUndefined();
    const detailed = await resources('GET', `${pathOf()}?detail=true`);
    expect(detailed).toMatchObject([
      { involvedObject: { kind: 'Deployment' }, replicas: 2 },
      { involvedObject: { kind: 'DaemonSet' } },
    ]);
    expect(await resources('DELETE', pathOf())).toEqual(detailed);
  }));

test('an install that names no version or inputs gets those of the template', () =>
  withMock({}, async (mock) => {
    const body = '{"apiVersion":"v2","kind":"Plugin","spec":{"template":{"name":"gpu-driver"}}}';
    const plugin = readPlugin(bodyOf(await ask(mock, 'POST', LIST, { body })));
    expect(plugin).toMatchObject({ item: 'gpu-driver', version: '1.6.36' });
    expect(plugin?.inputs).toHaveProperty('flavor.resources');
  }));
