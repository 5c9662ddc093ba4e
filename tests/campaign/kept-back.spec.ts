import { expect } from '@playwright/test';
import { type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run } from './run.ts';

async function reportOf(options: Partial<MockOptions>, change: Readonly<Record<string, string>> = {}) {
  const mock = await startMock(options);
  const { report } = (await run({ ...liveSettings(mock.endpoint), ...change })).input;
  await mock.close();
  const reasonOf = (id: string) => report.requirements.find((one) => one.id === id)?.because?.reason;
  return { report, reasonOf };
}

test('names without letters rule two requests out, and the endpoint is called conformant @slow', async () => {
  const names = { templateName: '2025-03', poolName: '12-34' };
  const { report, reasonOf } = await reportOf(names, {
    MODELARTS_TEMPLATE_NAME: names.templateName,
    MODELARTS_POOL_NAME: names.poolName,
  });
  expect(report.verdict).toBe('conformant');
  const ids = ['delete.400.unknown.letter-case', 'delete.400.unknown.pool-letter-case'];
  expect(idsOf(report, 'not-applicable')).toEqual(ids);
  expect(ids.map(reasonOf)).toEqual([
    'The template name `2025-03` has no letter of which there is another case.',
    "The pool's name `12-34` has no letter of which there is another case.",
  ]);
});

test('where a neighbour could be hit the endpoint is called conformant, and what was not sent says why', async () => {
  const neighbour = { version: '1', inputs: {}, creationTimestamp: '2025-02-03T08:15:40Z' };
  const { report, reasonOf } = await reportOf({
    neighbours: [{ ...neighbour, templateName: 'node-local-dnt' }],
  });
  expect(report.verdict).toBe('conformant');
  expect(idsOf(report, 'not-observed')).toEqual(['delete.400.unknown.prefix', 'delete.400.unknown.wildcard']);
  expect(reasonOf('delete.400.unknown.prefix')).toContain('List names `node-local-dnt`');
});

test('a gateway that lets no such name through, to Show either, keeps nothing from being concluded @slow', async () => {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, ({ path }) =>
    /%(?:25|20)$|\/POOL-/.test(path)
      ? { after: (response) => response.writeHead(403, { 'content-type': 'application/json' }).end('{}') }
      : null,
  );
  const { report } = (await run(liveSettings(disturbed.endpoint))).input;
  expect(report.verdict).toBe('conformant');
  expect(idsOf(report, 'not-observed')).toEqual([
    'delete.400.unknown.trailing-space',
    'delete.400.unknown.wildcard',
    'delete.400.unknown.pool-letter-case',
  ]);
  await disturbed.close();
  await mock.close();
});

test('where pools are one in any letter case that is drift, and nothing is sent @slow', async () => {
  const mock = await startMock(
    {},
    {
      reads: (asked, { options: { poolName } }) =>
        asked.names?.collection.toLowerCase() === poolName
          ? { ...asked, names: { ...asked.names, collection: poolName } }
          : asked,
    },
  );
  const { report } = (await run(liveSettings(mock.endpoint))).input;
  expect(report.verdict).toBe('conformant');
  expect(idsOf(report, 'drift')).toEqual(['delete.400.unknown.pool-letter-case']);
  await mock.close();
});

test("somebody else's pool of the same name in other letter case is never asked to delete @slow", async () => {
  const mock = await startMock();
  const theirs = { kind: 'PluginList', items: [{ metadata: { name: 'x', creationTimestamp: 'then' } }] };
  const disturbed = await startDisturbed(mock, ({ path, method, onList }) =>
    path.includes('/POOL-') && onList && method === 'GET'
      ? {
          instead: (response) =>
            response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(theirs)),
        }
      : null,
  );
  const { report } = (await run(liveSettings(disturbed.endpoint))).input;
  expect(idsOf(report, 'inconclusive')).toEqual(['delete.400.unknown.pool-letter-case']);
  expect(
    disturbed.passed.filter(({ method, path }) => method === 'DELETE' && path.includes('/POOL-')),
  ).toEqual([]);
  await disturbed.close();
  await mock.close();
});

test('what a PUT made in the place of an instance that was given up is given up, too @slow', async () => {
  const given = { version: '1', inputs: {}, creationTimestamp: '2025-02-03T08:15:40Z' };
  const { report } = await reportOf(
    { deviation: 'put-replaces', neighbours: [{ ...given, templateName: 'node-local-dns' }] },
    { MODELARTS_PLUGIN_SOURCE: 'existing' },
  );
  expect(idsOf(report, 'failed')).toEqual(['delete.method.put-with-body']);
  expect(idsOf(report, 'inconclusive')).toEqual([]);
  expect(idsOf(report, 'passed')).toContain('delete.effect.gone');
});
