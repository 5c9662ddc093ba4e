import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { liveSettings, run } from './run.ts';

/** The report of a run against a mock that behaves so. */
async function reportOn(manner: Manner | null): Promise<Report> {
  const mock = await startMock({}, manner);
  const { input } = await run(liveSettings(mock.endpoint));
  await mock.close();
  return input.report;
}

test('where every refusal is a 404 the verdict says so, and what to do @slow', async () => {
  const { verdict, reason, requirements } = await reportOn({
    answer: (answer, { asked, refusal }) =>
      asked.operation === 'DeletePlugin' && refusal !== null && !refusal.reason.endsWith('-token')
        ? { ...answer, status: 404 }
        : answer,
  });
  expect(verdict).toBe('inconclusive');
  expect(reason).toMatch(
    /^No 400 to a DELETE .* \(\d+ with 404\): see .* `CONFORMANCE_STRICT` .*; \d+ of \d+ req/,
  );
  const code = requirements.find(({ id }) => id === 'delete.400.body.error_code');
  expect([code?.outcome, code?.because?.reason]).toEqual([
    'not-observed',
    expect.stringMatching(
      /^No DELETE that had to be refused was answered 400: each of the \d+ was answered 404\.$/,
    ),
  ]);
});

test('a whole run tells every outcome that is neither passed nor failed, and names no reading that is not there @slow', async () => {
  const { requirements, readings, counts, reason } = await reportOn({
    answer: (answer, { asked, refusal }) =>
      asked.operation === 'DeletePlugin' && refusal === null
        ? { ...answer, bytes: Buffer.from('deleted') }
        : answer,
  });
  const untold = requirements.filter(({ outcome, because }) => {
    return (outcome === 'passed' || outcome === 'failed') === (because !== undefined);
  });
  expect(untold).toEqual([]);
  const follow = requirements.filter(({ because }) => because?.requirement === 'delete.200.json');
  expect(follow.map(({ outcome }) => outcome)).toEqual(Array(counts.notObserved).fill('not-observed'));
  expect(counts.notObserved).toBeGreaterThan(30);
  expect(reason).toBe(
    `\`delete.200.json\` did not hold; ${counts.passed} of ${requirements.length} requirements were seen to hold, ` +
      `${counts.notObserved} were never seen.`,
  );
  const known = readings.map(({ id }) => id);
  expect(requirements.flatMap((one) => one.readings ?? []).filter((id) => !known.includes(id))).toEqual([]);
});

test('a PUT is told as a PUT, in the title and in the finding @slow', async () => {
  const put = (await reportOn({ tolerates: ({ reason }) => reason === 'no-such-api' })).requirements.find(
    ({ id }) => id === 'delete.method.put',
  );
  expect(put?.title).toBe("MUST refuse with a 4xx a PUT to the plug-in's path");
  expect(put?.findings.map(({ message }) => message).join(' ')).not.toMatch(/DELETE|by PUT/);
});
