import { expect } from '@playwright/test';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance } from '../cli/command.ts';
import { machine, reportIn, reportsOf } from '../cli/lock-runs.ts';
import { test } from '../own-test.ts';
import { idsOf, liveSettings, run } from './run.ts';

/** Times as most servers give them. */
const wholeSeconds: Manner = {
  answer: (answer) => ({
    ...answer,
    bytes: Buffer.from(JSON.stringify(answer.body).replaceAll(/\.\d{3}Z"/g, 'Z"')),
  }),
};

/** A mock that moves the times of the run's plug-in, as a service does whose clock is not the gateway's. */
function withClock(offMs: number): Promise<Mock> {
  return startMock(
    {},
    {
      answer: (answer) => ({
        ...answer,
        bytes: Buffer.from(
          JSON.stringify(answer.body).replaceAll(
            /("creationTimestamp":")(20(?:2[6-9]|[3-9]\d)[^"]+)/g,
            (_, before: string, time: string) => before + new Date(Date.parse(time) + offMs).toISOString(),
          ),
        ),
      }),
    },
    false,
  );
}

test('two runs at once in one pool, from two machines, never hold each other against the endpoint @slow', async () => {
  test.slow();
  const mock = await startMock({}, wholeSeconds, false);
  for (let pair = 0; pair < 4; pair += 1) {
    const dirs = ['one', 'other'].map((name) => `reports-${pair}-${name}`);
    const runs = dirs.map((dir) =>
      conformance(['run', '--runner', 'direct'], {
        ...liveSettings(mock.endpoint),
        ...machine(`${dir}-tmp`),
        CONFORMANCE_REPORTS_DIR: reportsOf(dir),
      }),
    );
    await Promise.all(runs);
    for (const dir of dirs) expect(idsOf(reportIn(dir), 'failed')).toEqual([]);
  }
  await mock.close();
});

for (const [what, offMs, seconds] of [
  ['five minutes behind the gateway', -300_000, '300 s before'],
  ['five minutes ahead of the gateway', 300_000, '300 s after'],
  ['in local time and called `Z`', 8 * 3_600_000, '28800 s after'],
] as const) {
  test(`a service whose clock is ${what} is tested, and a note says so`, async () => {
    const mock = await withClock(offMs);
    const { report } = (await run(liveSettings(mock.endpoint))).input;
    expect(report.verdict).toBe('conformant');
    expect(report.notes.map(({ message }) => message).join()).toMatch(
      new RegExp(`creationTimestamp\` is ${seconds.replace(/\d+/, '\\d+')} its install`),
    );
    await mock.close();
  });
}

test('an instance that is half an hour and a minute older than its install is somebody else’s, and left', async () => {
  const mock = await withClock(-31 * 60_000);
  const { report, exchanges } = (await run(liveSettings(mock.endpoint))).input;
  expect(report.verdict).toBe('inconclusive');
  expect(report.scenarios[0]?.blocked?.cause).toContain('did not install');
  expect(exchanges.some(({ request }) => request.method === 'DELETE')).toBe(false);
  await mock.close();
});

test('what a colleague does to a neighbour after the last deletion is told in a note', async () => {
  let isRefused = false;
  const mock = await startMock(
    {},
    {
      effect: ({ asked, refusal, pool }, carryOut) => {
        carryOut();
        const isOwn = asked.names?.item === pool.options.templateName;
        if (asked.operation === 'DeletePlugin' && isOwn && refusal?.reason === 'no-such-plugin')
          isRefused = true;
        if (isRefused && asked.operation === 'ShowPlugin') pool.plugins.delete('log-agent');
      },
    },
    false,
  );
  const { report } = (await run(liveSettings(mock.endpoint))).input;
  expect(report.verdict).toBe('conformant');
  expect(report.notes.map(({ message }) => message).join()).toMatch(/After the last deletion .*log-agent/);
  await mock.close();
});

test('a controller that completes the `spec` between two requests is told in a note', async () => {
  let lists = 0;
  const mock = await startMock(
    {},
    {
      answer: (answer, { asked, refusal }) => {
        if (asked.operation === 'ListPlugins') lists += 1;
        // The ninth List is one before a request.
        const isComplete = lists >= 9 && asked.operation !== 'DeletePlugin' && refusal === null;
        const text = JSON.stringify(answer.body);
        return {
          ...answer,
          bytes: Buffer.from(isComplete ? text.replaceAll('"ndots":"5"', '"ndots":"9"') : text),
        };
      },
    },
    false,
  );
  const { report, exchanges } = (await run(liveSettings(mock.endpoint))).input;
  const at = exchanges.filter(({ purpose }) => purpose === 'list')[8];
  expect(exchanges[(at?.index ?? 0) - 1]?.purpose).toBe('look');
  expect(idsOf(report, 'failed')).not.toContain('delete.effect.refused-unchanged');
  expect(report.notes.map(({ message }) => message).join()).toContain(
    'changed while no request was under test',
  );
  await mock.close();
});

test('a plug-in that is back before the next install, and stays, was not deleted @slow', async () => {
  const mock = await startMock({ deviation: 'comes-back-before-install' });
  const { report } = (await run(liveSettings(mock.endpoint))).input;
  expect(idsOf(report, 'failed')).toEqual(['delete.effect.still-gone']);
  await mock.close();
});
