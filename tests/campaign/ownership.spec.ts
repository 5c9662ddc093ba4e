import type { ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { isInstalled } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { type Disturbance, hangingUp, losingTheAnswer, type Passing, startDisturbed } from './disturbed.ts';
import { type Environment, liveSettings, run } from './run.ts';

const isInstall = ({ method, onList }: Passing) => method === 'POST' && onList;
const isShow = ({ method, own }: Passing) => method === 'GET' && own;

/** The answer of the mock, with a change to it. */
function changed(change: (plugin: Plugin) => unknown): Disturbance {
  return {
    after: (response, { status, body }) => {
      const changedBody = status === 200 ? JSON.stringify(change(JSON.parse(body))) : body;
      response.writeHead(status, { 'content-type': 'application/json' }).end(changedBody);
    },
  };
}

interface Plugin {
  readonly metadata: { readonly name: string; readonly creationTimestamp: string };
}

const withTime = (time: unknown) =>
  changed((plugin) => ({ ...plugin, metadata: { ...plugin.metadata, creationTimestamp: time } }));

/** Installs the template as a colleague does. */
async function installed(mock: Mock, template: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { projectId, poolName, templateName, tokens } = mock.options;
  const { status } = await fetch(`${mock.endpoint}/v2/${projectId}/pools/${poolName}/plugins`, {
    method: 'POST',
    headers: { 'x-auth-token': tokens[0] ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ apiVersion: 'v2', kind: 'Plugin' },
      spec: { template: { name: templateName, ...template } },
    }),
  });
  expect(status).toBe(200);
}

/** A run through a front, and what it changed at the endpoint by requests of its own. */
async function ran(
  disturb: (passing: Passing, mock: Mock) => Disturbance | null,
  settings: Environment = {},
): Promise<{
  readonly changes: readonly string[];
  readonly isLeft: boolean;
  readonly verdict: string;
  readonly cause: string;
}> {
  const mock = await startMock();
  const between = await startDisturbed(mock, (passing) => disturb(passing, mock));
  const { report } = (await run({ ...liveSettings(between.endpoint), ...settings })).input;
  const isLeft = await isInstalled(mock);
  await between.close();
  await mock.close();
  const changes = between.passed
    .filter(({ method, own }) => method !== 'GET' && own)
    .map(({ method }) => method);
  const causes = report.scenarios.flatMap(({ blocked }) => blocked?.cause ?? []);
  return { changes, isLeft, verdict: report.verdict, cause: causes.join(' ') };
}

for (const status of [400, 403, 408, 409, 422, 500, 501, 505, 507]) {
  test(`what a colleague installs while an install is answered ${status} is left alone${slowIf(status !== 409)}`, async () => {
    const { changes, isLeft, verdict } = await ran((passing, mock) => {
      if (!isInstall(passing)) return null;
      return {
        instead: (response) => void installed(mock).then(() => response.writeHead(status).end('{}')),
      };
    });
    expect([changes, isLeft, verdict]).toEqual([[], true, 'inconclusive']);
  });
}

for (const [what, lost] of [
  ['was not answered', losingTheAnswer],
  ['a gateway answered 502', { after: (response) => response.writeHead(502).end() } satisfies Disturbance],
] as const) {
  test(`what an install made that ${what} is the run's @slow`, async () => {
    let isFirst = true;
    const { changes, isLeft } = await ran((passing) => {
      if (!isInstall(passing) || !isFirst) return null;
      isFirst = false;
      return lost;
    });
    expect(changes).toContain('DELETE');
    expect(isLeft).toBe(false);
  });
}

const SET = { MODELARTS_TEMPLATE_VERSION: '1.6.36', MODELARTS_TEMPLATE_INPUTS: '{"a":{"b":[1,{"c":true}]}}' };
const AS_SET = { version: '1.6.36', inputs: { a: { b: [1, { c: true }], more: 2 }, further: 'x' } };

for (const [what, template, isOwn] of [
  ['in the version and with the inputs that were set, and more', AS_SET, true],
  ['in another version', { ...AS_SET, version: '1.6.37' }, false],
  ['without one of the inputs that were set', { ...AS_SET, inputs: { a: { b: [1, {}] } } }, false],
  ['with another value of one', { ...AS_SET, inputs: { a: { b: [1, { c: false }] } } }, false],
] as const) {
  test(`after an install without an answer an instance ${what} is ${isOwn ? "the run's" : "somebody else's"} @slow`, async () => {
    let isFirst = true;
    const { changes, isLeft, cause } = await ran((passing, mock) => {
      if (!isInstall(passing) || !isFirst) return null;
      isFirst = false;
      return { instead: (response) => void installed(mock, template).then(() => response.destroy()) };
    }, SET);
    expect(changes.includes('DELETE')).toBe(isOwn);
    expect(isLeft).toBe(!isOwn);
    if (!isOwn) expect(cause).toContain('that this run did not install');
  });
}

test('an install without an answer that shows only after its time limit is not of the run @slow', async () => {
  const { changes, isLeft } = await ran(
    (passing, mock) => {
      if (!isInstall(passing)) return null;
      if (passing.before === 0) setTimeout(() => void installed(mock), 3500);
      return hangingUp;
    },
    { MODELARTS_REQUEST_TIMEOUT_MS: '300', MODELARTS_SETTLE_TIMEOUT_MS: '6000' },
  );
  expect([changes, isLeft]).toEqual([[], true]);
});

for (const [what, time] of [
  ['no time', undefined],
  ['a number for a time', 1_773_750_558],
  ['a time that is none', 'today'],
] as const) {
  test(`once the time of the instance is known, one with ${what} is not deleted @slow`, async () => {
    let shows = 0;
    const { changes, isLeft } = await ran((passing) => {
      if (!isShow(passing)) return null;
      shows += 1;
      // From then on another stands in its place, as far as anyone can tell.
      return shows > 4 ? withTime(time) : null;
    });
    expect(changes.filter((method) => method === 'DELETE').length).toBeLessThan(12);
    expect(isLeft).toBe(true);
  });
}

for (const [what, time, date] of [
  ['without a `Date`', '2021-03-17T12:29:18Z', null],
  ['with a `Date` of 1970', '2021-03-17T12:29:18Z', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['and has no zone in its time', '2021-03-17T12:29:18', undefined],
  ['and writes its time with a space', '2021-03-17 12:29:18', undefined],
  ['and counts seconds', 1_615_984_158, undefined],
  ['and counts milliseconds', '1615984158000', undefined],
  ['and writes its time as an HTTP-date', 'Wed, 17 Mar 2021 12:29:18 GMT', undefined],
] as const) {
  test(`an old instance that stands there after an accepted install is left: it was answered ${what}${slowIf(!what.includes('HTTP-date'))}`, async () => {
    const { changes, isLeft, cause } = await ran((passing) => {
      const dated = (response: ServerResponse, { status, body }: { status: number; body: string }) => {
        const plugin = isShow(passing) && status === 200 ? JSON.parse(body) : null;
        if (plugin !== null) plugin.metadata.creationTimestamp = time;
        response.sendDate = false;
        response
          .writeHead(status, {
            'content-type': 'application/json',
            ...(date === null ? {} : { date: date ?? new Date().toUTCString() }),
          })
          .end(plugin === null ? body : JSON.stringify(plugin));
      };
      return { after: dated };
    });
    expect([changes, isLeft]).toEqual([[], true]);
    expect(cause).toContain('that this run did not install');
  });
}
