import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { isInstalled } from '../cli/pool-of.ts';
import { readLedger } from '../ledger-lines.ts';
import { test } from '../own-test.ts';
import { answering, type Disturbance, type Passing, startDisturbed } from './disturbed.ts';
import { liveSettings, run } from './run.ts';

const isList = ({ method, onList }: Passing) => method === 'GET' && onList;
const isShow = ({ method, own }: Passing) => method === 'GET' && own;
const isInstall = ({ method, onList }: Passing) => method === 'POST' && onList;
const isDelete = ({ method, own }: Passing) => method === 'DELETE' && own;

const THERE = {
  templateName: 'node-local-dns',
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-03-17T12:29:18Z',
};
const gone = answering(404);

/** List without the run's plug-in. */
const unlisted: Disturbance = {
  after: (response, { status, body }) => {
    const list = JSON.parse(body);
    const items = list.items.filter(
      (one: { spec: { template: { name: string } } }) => one.spec.template.name !== 'node-local-dns',
    );
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...list, items }));
  },
};

/** Another answer than that of the mock, which carries the request out all the same. */
const answered = (status: number): Disturbance => ({
  after: (response, { body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
});

const events = () => readLedger(test.info().outputPath('reports', 'ledger.ndjson')).map(({ event }) => event);

test("somebody's instance that List does not name and Show has is not installed over", async () => {
  const mock = await startMock({ neighbours: [THERE] });
  const between = await startDisturbed(mock, (passing) => (isList(passing) ? unlisted : null));
  const { report } = (await run(liveSettings(between.endpoint))).input;
  expect(report.verdict).toBe('inconclusive');
  expect(between.passed.every(({ method }) => method === 'GET')).toBe(true);
  expect(await isInstalled(mock)).toBe(true);
  await between.close();
  await mock.close();
});

test("somebody's older instance that an accepted install meets is not taken for the run's own", async () => {
  const mock = await startMock({ neighbours: [THERE] });
  let isSent = false;
  const between = await startDisturbed(mock, (passing) => {
    if (isInstall(passing)) {
      isSent = true;
      return { instead: (response) => response.writeHead(200).end('{}') };
    }
    if (isSent) return null;
    if (isList(passing)) return unlisted;
    return isShow(passing) ? gone : null;
  });
  const { report } = (await run(liveSettings(between.endpoint))).input;
  expect(isSent).toBe(true);
  expect(report.verdict).toBe('inconclusive');
  expect(report.scenarios[0]?.blocked?.cause).toContain('did not install');
  expect(between.passed.filter(isDelete)).toEqual([]);
  expect(await isInstalled(mock)).toBe(true);
  await between.close();
  await mock.close();
});

test('an accepted install that shows only after the interruption is removed @slow', async () => {
  const mock = await startMock();
  const interrupt = new AbortController();
  let visibleAt = Number.POSITIVE_INFINITY;
  const between = await startDisturbed(mock, (passing) => {
    const isHidden = performance.now() < visibleAt;
    if (isInstall(passing)) {
      visibleAt = performance.now() + 800;
      setTimeout(() => interrupt.abort(), 150);
    }
    if (!isHidden || visibleAt === Number.POSITIVE_INFINITY) return null;
    return isList(passing) ? unlisted : isShow(passing) ? gone : null;
  });
  const { report } = (await run(liveSettings(between.endpoint), { interrupt: interrupt.signal })).input;
  expect(report.interrupted).toBe(true);
  expect([await isInstalled(mock), events().at(-1)]).toEqual([false, 'gone']);
  await between.close();
  await mock.close();
});

test('an install that nobody saw, and that may still come, stays in the ledger @slow', async () => {
  const mock = await startMock();
  const interrupt = new AbortController();
  const between = await startDisturbed(mock, (passing) => {
    if (!isInstall(passing)) return null;
    interrupt.abort();
    return { instead: (response) => response.destroy() };
  });
  const settings = { ...liveSettings(between.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '60000' };
  const { report } = (await run(settings, { interrupt: interrupt.signal })).input;
  expect(report.notes.map(({ message }) => message).join()).toContain('may still be in the pool');
  expect(events()).toEqual(['install-intended']);
  await between.close();
  await mock.close();
});

test('a Show that is throttled does not mean that the plug-in is gone @slow', async () => {
  const mock = await startMock();
  const between = await startDisturbed(mock, (passing) => {
    // The second scenario's first List lags behind, and so Show is asked.
    if (isList(passing) && passing.before === 6) return unlisted;
    return isShow(passing) && passing.before === 4 ? answering(429, { 'retry-after': '0' }) : null;
  });
  const { report, exchanges } = (await run(liveSettings(between.endpoint))).input;
  expect(report.verdict).toBe('conformant');
  expect(exchanges.some(({ response }) => response?.status === 429)).toBe(true);
  expect(exchanges.filter(({ purpose }) => purpose === 'install')).toHaveLength(2);
  expect(await isInstalled(mock)).toBe(false);
  await between.close();
  await mock.close();
});

test('a Show that does not say what is there does not mean that the plug-in is gone @slow', async () => {
  const mock = await startMock();
  const between = await startDisturbed(mock, (passing) => {
    if (isList(passing) && passing.before === 6) return unlisted;
    return isShow(passing) && passing.before === 4 ? answering(500) : null;
  });
  const { report, exchanges } = (await run(liveSettings(between.endpoint))).input;
  expect(report.scenarios[1]?.blocked?.cause).toMatch(/^Show did not say whether .*500/);
  expect(report.verdict).toBe('inconclusive');
  // The next scenario finds the plug-in where it is.
  expect(exchanges.filter(({ purpose }) => purpose === 'install')).toHaveLength(2);
  expect(await isInstalled(mock)).toBe(false);
  await between.close();
  await mock.close();
});

test('an install that is answered 500 and carried out is left and named: nobody said that it is of the run', async () => {
  const mock = await startMock();
  const between = await startDisturbed(mock, (passing) => (isInstall(passing) ? answered(500) : null));
  const { report, exchanges } = (await run(liveSettings(between.endpoint))).input;
  expect([await isInstalled(mock), events().at(-1)]).toEqual([true, 'gone']);
  expect(exchanges.filter(({ request }) => request.method !== 'GET')).toHaveLength(1);
  expect(report.scenarios[0]?.blocked).toMatchObject({
    cause: expect.stringMatching(/The answer was 500.*stands in the pool now, created at/),
    remedy: expect.stringContaining('sweep --unseen'),
  });
  await between.close();
  await mock.close();
});

test('a plug-in that Show loses once and has again is reported, not a fault of the suite @slow', async () => {
  const mock = await startMock();
  const between = await startDisturbed(mock, (passing) => {
    const deleted = between.passed.filter(isDelete).length;
    if (isDelete(passing)) return { instead: (response) => response.writeHead(200).end('{}') };
    const since = between.passed.slice(between.passed.findLastIndex(isDelete)).filter(isShow).length;
    return deleted === 1 && isShow(passing) && since === 1 ? gone : null;
  });
  const { report } = (await run(liveSettings(between.endpoint))).input;
  expect(report.verdict).toBe('non-conformant');
  await between.close();
  await mock.close();
});
