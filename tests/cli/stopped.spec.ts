import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { type Running, start, unbroken } from './command.ts';

/** No request that deletes is sent later than so after Show's answer, in milliseconds. */
const LATEST_MS = 2000;

/** As long as the process is stopped, in milliseconds. */
const STOPPED_MS = 2600;

interface Sent {
  readonly method: string;
  /** Since the last answer of Show, in milliseconds. */
  readonly afterMs: number;
}

/** A run that is stopped when it has read back what it is about to delete: at the first so many of these looks. */
async function stoppedRun(most: number) {
  const mock = await startMock();
  const sent: Sent[] = [];
  let stops = 0;
  let shownAt = 0;
  let running: Running | null = null;
  // The ledger's line comes before the look.
  const isReadBack = () => {
    const lines = readFileSync(test.info().outputPath('reports', 'ledger.ndjson'), 'utf8').trim().split('\n');
    return lines.at(-1)?.includes('"event":"delete-intended"') === true;
  };
  const answeredAndStopped: Disturbance = {
    after: (response, { status, body }) => {
      stops += 1;
      running?.kill('SIGSTOP');
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      shownAt = performance.now();
      setTimeout(() => running?.kill('SIGCONT'), STOPPED_MS);
    },
  };
  const between = await startDisturbed(mock, ({ method, own }: Passing) => {
    if (method === 'GET' && own) {
      shownAt = performance.now();
      return isReadBack() && stops < most ? answeredAndStopped : null;
    }
    if (method === 'DELETE' && own) sent.push({ method, afterMs: performance.now() - shownAt });
    return null;
  });
  running = start(['run', '--runner', 'direct'], {
    ...liveSettings(between.endpoint),
    MODELARTS_SETTLE_TIMEOUT_MS: '10000',
  });
  const ended = await running.ended;
  await between.close();
  await mock.close();
  return { ...ended, sent, stops };
}

test('a process that was stopped after it had read back what it deletes looks again first @slow', async () => {
  const { code, sent, stops } = await stoppedRun(2);
  expect([code, stops]).toEqual([0, 2]);
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.filter(({ afterMs }) => afterMs > LATEST_MS)).toEqual([]);
});

test('one that is stopped each time deletes nothing, and the run is inconclusive @slow', async () => {
  const { code, sent, stdout } = await stoppedRun(Number.POSITIVE_INFINITY);
  expect(code).toBe(3);
  expect(unbroken(stdout)).toContain(
    'No DELETE could be sent within two seconds of the look that it rests on.',
  );
  expect(sent.filter(({ afterMs }) => afterMs > LATEST_MS)).toEqual([]);
});
