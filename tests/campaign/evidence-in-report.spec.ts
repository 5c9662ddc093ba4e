import { expect } from '@playwright/test';
import type { JudgedRequirement, Report } from '../../src/engine/model/report.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { liveSettings, run } from './run.ts';

function named({ requirements }: Report, id: string): JudgedRequirement {
  const found = requirements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No ${id}.`);
  return found;
}

test('each requirement says what the document says, what shows it, and how many deviations prove it', async () => {
  const { report, exchanges, proofs } = (await run({})).input;
  for (const { id, source, exchanges: shown = [], provenBy, outcome } of report.requirements) {
    expect([id, source?.says.length ?? 0]).toEqual([id, expect.any(Number)]);
    expect(source?.says).not.toBe('');
    expect([id, outcome, shown.length > 0]).toEqual([id, 'passed', true]);
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
    expect(shown.filter((index) => exchanges[index] === undefined)).toEqual([]);
    const names = deviations.filter(({ catches }) => catches === id).map(({ name }) => name);
    expect([id, provenBy, proofs?.[id]]).toEqual([id, names.length, names]);
  }
  expect(named(report, 'delete.200.body.spec.template.version')).toMatchObject({
    source: {
      clause: 'Response Parameters, status code 200, Template, version',
      says: '`spec.template.version`: String, the version that is installed or upgraded to.',
    },
    member: { answer: '200', path: 'spec.template.version', mayBeAbsent: true, expected: 'a string' },
  });
  const phase = named(report, 'delete.200.body.status.phase');
  expect(phase.member?.mayBeAbsent).toBe(false);
  expect(phase.source?.note).toContain('`required`: ');
  expect(phase.source?.readings).toContain('mandatory-members');
  // Both accepted DELETEs, and neither a List nor a Show.
  const answers = (phase.exchanges ?? []).map((index) => exchanges[index]);
  expect(answers.map((one) => [one?.request.method, one?.response?.status])).toEqual([
    ['DELETE', 200],
    ['DELETE', 200],
  ]);
  expect(named(report, 'delete.access.no-token').member).toBeUndefined();
  // What shows an effect are the looks beside the request.
  const gone = named(report, 'delete.effect.gone');
  const methods = (gone.exchanges ?? []).map((index) => exchanges[index]?.request.method);
  expect(new Set(methods)).toEqual(new Set(['DELETE', 'GET']));
});

test('an effect is about the request that had it, between the looks before and after', async () => {
  const { report, exchanges } = (await run({}, { deviation: 'deletes-neighbour' })).input;
  const [finding] = named(report, 'delete.effect.neighbours').findings;
  const { before = -1, exchange = -1, after = -1 } = finding ?? {};
  expect(before).toBeLessThan(exchange);
  expect(exchange).toBeLessThan(after);
  const told = [before, exchange, after].map((index) => exchanges[index]);
  expect(told.map((one) => `${one?.request.method} ${one?.purpose}`)).toEqual([
    'GET list',
    'DELETE probe',
    'GET list',
  ]);
  // The request is looked up in the logs by what its own answer says.
  expect(finding?.date).toBe(told[1]?.response?.headers.find(([name]) => /^date$/i.test(name))?.[1]);
  expect(report.after).toEqual({ left: [], changed: 2 });
});

test('what was waited for is told: how long, how often asked, and what became of it', async () => {
  const mock = await startMock({ installMs: 150, removeMs: 250 });
  const { report, exchanges } = (await run(liveSettings(mock.endpoint)).finally(() => mock.close())).input;
  const waits = report.waits ?? [];
  expect(waits.map(({ what }) => what)).toEqual(['installed', 'gone', 'installed', 'gone']);
  for (const { what, exchange, ms, asked } of waits) {
    const begun = exchanges[exchange];
    expect([what, begun?.request.method]).toEqual([what, what === 'gone' ? 'DELETE' : 'POST']);
    expect(ms).toBeGreaterThanOrEqual(what === 'gone' ? 200 : 100);
    const end = Date.parse(begun?.startedAt ?? '') + (begun?.durationMs ?? 0) + ms;
    const shows = exchanges.filter(
      (one) => one.index > exchange && one.purpose === 'settle' && Date.parse(one.startedAt) < end,
    );
    expect([what, asked]).toEqual([what, shows.length]);
  }
  expect(report.after).toEqual({ left: [], changed: 0 });
  const operations = (report.timings ?? []).map(({ operation }) => operation);
  expect(operations).toEqual(['CreatePlugin', 'DeletePlugin', 'ListPlugins', 'ShowPlugin']);
  for (const { answers, min, p50, max } of report.timings ?? []) {
    expect([answers > 0, min <= p50, p50 <= max]).toEqual([true, true, true]);
  }
});

test('what never goes is told to be still there, and to be left @slow', async () => {
  const mock = await startMock({ deviation: 'never-deleted' });
  const { report } = (await run(liveSettings(mock.endpoint)).finally(() => mock.close())).input;
  expect(report.waits?.map(({ what }) => what)).toContain('still there');
  expect(report.after?.left).toEqual([report.target.item]);
});
