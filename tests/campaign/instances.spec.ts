import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { answering, type Disturbance, hangingUp, type Passing, startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run } from './run.ts';

const isList = ({ method, onList }: Passing) => method === 'GET' && onList;
const isShow = ({ method, own }: Passing) => method === 'GET' && own;
const OTHERS = {
  kind: 'Plugin',
  metadata: { name: 'pool-4cd084d36f8bd3346036-node-local-dns', creationTimestamp: '2020-01-01T00:00:00Z' },
  spec: { template: { name: 'node-local-dns' } },
  status: { phase: 'Running' },
};

/** Runs against the mock with something between, and gives the report and what was deleted with the user's credentials. */
async function disturbedRun(disturb: (passing: Passing) => Disturbance) {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, disturb);
  const { input } = await run(liveSettings(disturbed.endpoint));
  await disturbed.close();
  await mock.close();
  const deletions = disturbed.passed.filter(({ method, own }) => method === 'DELETE' && own);
  return { ...input, deletions };
}

/** Another answer with the given change to the body of the mock's. */
function changed(change: (body: string) => string): Disturbance {
  return { after: (response, { status, body }) => response.writeHead(status).end(change(body)) };
}

const json = (body: unknown): Disturbance => ({
  instead: (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
});

test('after an install that was refused nothing of that name is deleted', async () => {
  let refused = false;
  const { report, deletions } = await disturbedRun((passing) => {
    if (passing.method === 'POST' && passing.onList) {
      refused = true;
      return answering(409);
    }
    if (refused && isList(passing)) return json({ kind: 'PluginList', items: [OTHERS] });
    return refused && isShow(passing) ? json(OTHERS) : null;
  });
  expect(deletions).toEqual([]);
  expect(report.verdict).toBe('inconclusive');
});

for (const [what, creationTimestamp] of [
  ['before the List that did not name it', '2020-01-01T00:00:00Z'],
  ['after the settle time', '2099-01-01T00:00:00Z'],
  ['at no time that can be read', 'today'],
]) {
  test(`after an install whose answer was lost an instance created ${what} is not taken for the run's own`, async () => {
    let isSent = false;
    const others = { ...OTHERS, metadata: { ...OTHERS.metadata, creationTimestamp } };
    const { report, deletions } = await disturbedRun((passing) => {
      if (passing.method === 'POST' && passing.onList) {
        isSent = true;
        return hangingUp;
      }
      if (isSent && isList(passing)) return json({ kind: 'PluginList', items: [others] });
      return isSent && isShow(passing) ? json(others) : null;
    });
    expect(isSent).toBe(true);
    expect(deletions).toEqual([]);
    expect(report.verdict).toBe('inconclusive');
    expect(report.scenarios[0]?.blocked?.cause).toContain('did not install');
  });
}

test("somebody else's instance is told from the run's own also where only List says when it was created", async () => {
  const { report, deletions } = await disturbedRun((passing) => {
    if (isShow(passing)) return changed((body) => body.replace(/,"creationTimestamp":"[^"]+"/, ''));
    // From the seventh List on, before which nothing is under test, it is another one.
    return isList(passing) && passing.before >= 6
      ? changed((body) => body.replaceAll(/(local-dns","creationTimestamp":")\d{4}/g, '$11999'))
      : null;
  });
  expect(deletions).toEqual([]);
  expect(report.verdict).toBe('inconclusive');
});

test('a List that lags behind Show is waited for @slow', async () => {
  const { report, exchanges } = await disturbedRun((passing) =>
    isList(passing) && (passing.before === 1 || passing.before === 2)
      ? changed((body) => JSON.stringify({ ...JSON.parse(body), items: JSON.parse(body).items.slice(0, 3) }))
      : null,
  );
  expect(report.verdict).toBe('conformant');
  expect(exchanges.filter(({ purpose }) => purpose === 'install')).toHaveLength(2);
});

test('what List tells later of an installed instance is known before it is deleted, where Show does not tell it @slow', async () => {
  let installs = 0;
  const { report } = await disturbedRun((passing) => {
    if (passing.method === 'POST' && passing.onList) installs += 1;
    if (isShow(passing)) return changed((body) => JSON.stringify({ ...JSON.parse(body), metadata: {} }));
    // The first List after the second install.
    if (!isList(passing) || installs !== 2) return null;
    installs = 3;
    return changed((body) =>
      JSON.stringify({ ...JSON.parse(body), items: JSON.parse(body).items.slice(0, 3) }),
    );
  });
  expect(idsOf(report, 'failed', 'inconclusive')).toEqual([]);
});

test('instances are told apart by whole seconds too, though the clock of the gateway is ahead @slow', async () => {
  const date = new Date(Date.now() + 30_000).toUTCString();
  const { report, exchanges } = await disturbedRun(() => ({
    after: (response, { status, body }) =>
      response
        .writeHead(status, { 'content-type': 'application/json', date })
        .end(body.replaceAll(/\.\d{3}Z"/g, 'Z"')),
  }));
  expect(idsOf(report, 'failed', 'inconclusive')).toEqual([]);
  const times = exchanges.flatMap(({ purpose, response }) =>
    purpose === 'settle' && response?.status === 200
      ? [JSON.parse(response.body.data).metadata.creationTimestamp]
      : [],
  );
  expect(new Set(times).size).toBe(2);
});

test('an instance that vanishes while nothing is sent leaves the run inconclusive @slow', async () => {
  const mock = await startMock();
  let removed = false;
  const said: string[] = [];
  const push = said.push.bind(said);
  said.push = (message) => {
    // Removed by somebody else between two scenarios, before the next one looks.
    if (message.includes('ill-formed') && !removed) removed = true;
    return push(message);
  };
  const between = await startDisturbed(mock, (passing) =>
    removed && isList(passing) && said.length === 3
      ? losing(mock.endpoint, mock.options.tokens[0] ?? '')
      : null,
  );
  const { report } = (await run(liveSettings(between.endpoint), { said })).input;
  expect(report.verdict).toBe('inconclusive');
  expect(report.scenarios.map(({ blocked }) => blocked?.cause).join()).toContain('vanished');
  expect(idsOf(report, 'failed')).toEqual([]);
  await between.close();
  await mock.close();
});

test('an empty List may be null, and times may be written with another zone @slow', async () => {
  const mock = await startMock({ neighbours: [] });
  const disturbed = await startDisturbed(mock, (passing) =>
    isList(passing)
      ? changed((body) => body.replace('"items":[]', '"items":null').replaceAll(/(:\d\d)Z"/g, '$1+00:00"'))
      : null,
  );
  const { report } = (await run(liveSettings(disturbed.endpoint))).input;
  expect(report.verdict).toBe('conformant');
  await disturbed.close();
  await mock.close();
});

test('an install by somebody else after the last deletion is no violation @slow', async () => {
  let repeated = false;
  let shows = 0;
  const { report } = await disturbedRun((passing) => {
    // The third DELETE of the plug-in is the one that is repeated; a Show follows it.
    if (passing.method === 'DELETE' && passing.own && passing.before === 2) repeated = true;
    else if (repeated && isShow(passing)) shows += 1;
    return shows > 1 ? (isShow(passing) ? json(OTHERS) : null) : null;
  });
  expect(shows).toBeGreaterThan(1);
  expect(idsOf(report, 'inconclusive')).toEqual(['delete.effect.still-gone']);
  expect(idsOf(report, 'failed')).toEqual([]);
});

/** Deletes the plug-in behind the suite's back, then answers List without it. */
function losing(endpoint: string, token: string): Disturbance {
  return {
    after: (response, { status, body }) => {
      const list = JSON.parse(body);
      const url = `${endpoint}/v2/5f2c0d8e91b74a36a0e4c7d15b98f362/pools/pool-4cd084d36f8bd3346036/plugins/node-local-dns`;
      fetch(url, { method: 'DELETE', headers: { 'x-auth-token': token } }).then(() => {
        const items = list.items.filter(
          (one: { spec: { template: { name: string } } }) => one.spec.template.name !== 'node-local-dns',
        );
        response.writeHead(status).end(JSON.stringify({ ...list, items }));
      });
    },
  };
}
