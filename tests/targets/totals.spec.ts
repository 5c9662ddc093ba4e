import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import type { TargetOutcome } from '../../src/engine/model/targets.ts';
import type { Verdict } from '../../src/engine/model/verdict.ts';
import { allBut, brokenWhere, howMany, untestedWhere } from '../../src/engine/report/targets/broken-where.ts';
import { standingsText, worstFirst } from '../../src/engine/report/targets/standing.ts';
import { targetsJson, totalsOfMembers } from '../../src/engine/report/targets/targets-json.ts';
import { totalsOf } from '../../src/engine/report/targets/totals.ts';
import {
  changesOfAll,
  countsOfAll,
  totalsNotes,
  totalsReason,
} from '../../src/engine/report/targets/totals-text.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { broken, figures, inputOf, manyOutcomes, notPassed, outcome, without } from './samples.ts';

const { keys } = reportedPlugins.resource;

const names = (outcomes: readonly TargetOutcome[]) => outcomes.map(({ name }) => name);
const total = (...outcomes: readonly TargetOutcome[]) => totalsOf(outcomes, names(outcomes));
const ended = (exitCode: number, verdict: Verdict | null, name = `t${exitCode}`) =>
  outcome(name, { exitCode, verdict });

test('the exit code is the first of 4, 130, 1, 3 and 0, whatever the order of the targets', () => {
  const order = [4, 130, 1, 3, 0];
  for (const [at, code] of order.entries()) {
    const those = order.slice(at).map((one) => ended(one, one === 0 ? 'conformant' : null));
    expect([code, total(...those).exitCode]).toEqual([code, code]);
    expect([code, total(...those.toReversed()).exitCode]).toEqual([code, code]);
  }
});

test('a verdict and an exit code never contradict each other', () => {
  const verdicts = ['conformant', 'conformant-with-waivers', 'non-conformant', 'inconclusive', null] as const;
  const all = [0, 1, 2, 3, 4, 130, 137].flatMap((code) => verdicts.map((verdict) => ended(code, verdict)));
  const pairs = all.flatMap((one) => all.map((other) => [one, other] as const));
  const wrong = pairs.filter(([one, other]) => {
    const { verdict, exitCode } = total({ ...one, name: 'a' }, { ...other, name: 'b' });
    const isGood = verdict === 'conformant' || verdict === 'conformant-with-waivers';
    if (verdict === 'non-conformant') return ![4, 130, 1].includes(exitCode);
    return isGood !== (exitCode === 0) || exitCode === 1;
  });
  expect([pairs.length, wrong]).toEqual([35 * 35, []]);
});

test('waivers at one target are told of all, and no target at all is inconclusive', () => {
  expect(total(outcome('a'), ended(0, 'conformant-with-waivers')).verdict).toBe('conformant-with-waivers');
  expect(total()).toMatchObject({ verdict: 'inconclusive', exitCode: 3, startedAt: null, durationMs: 0 });
  expect(totalsReason(total())).toBe('No target was tested.');
});

test('a target that no machine tested is missing, and counts as 3; one that was not asked for is neither', () => {
  const all = ['a', 'gone', 'b'];
  const joined = totalsOf([outcome('b'), outcome('a')], all, { isAllOfThem: true });
  expect(joined).toMatchObject({ exitCode: 3, verdict: 'inconclusive', missing: ['gone'], names: all });
  expect(names(joined.targets)).toEqual(['a', 'b']);
  expect(totalsNotes(joined)).toEqual(['No machine tested `gone`.']);
  const asked = totalsOf([outcome('b'), outcome('a')], all);
  expect(asked).toMatchObject({ exitCode: 0, verdict: 'conformant', missing: [], names: all });
  expect(totalsNotes(asked)).toEqual(['1 other target of the list was not asked for.']);
});

test('it lasts from the beginning of the first to the end of the last', () => {
  const at = (startedAt: string, durationMs: number) =>
    outcome(startedAt, { report: figures({ startedAt, durationMs }) });
  const made = total(
    at('2026-03-01T02:00:05.000Z', 90_000),
    at('2026-03-01T03:00:02.500+01:00', 1000),
    without('c', 3, 'Down.'),
  );
  expect(made).toMatchObject({ startedAt: '2026-03-01T02:00:02.500Z', durationMs: 92_500 });
});

test('the worst stand first, else as in the list, and each kind is counted', () => {
  const report = inputOf([
    ...[outcome('f'), broken('c'), without('b', 3, 'Down.'), ended(0, 'conformant-with-waivers', 'e')],
    ...[without('a', 4, 'A fault.'), broken('d'), ended(130, 'non-conformant', 'g')],
  ]).report;
  const with2 = { ...report, names: [...report.names, 'z'], missing: ['z'] };
  expect(worstFirst(with2).map(({ name, standing }) => `${name} ${standing}`)).toEqual([
    ...['a fault', 'g interrupted', 'c non-conformant', 'd non-conformant', 'z missing'],
    ...['b inconclusive', 'e conformant-with-waivers', 'f conformant'],
  ]);
  expect(standingsText(with2)).toBe(
    '8 targets: 1 fault of the suite · 1 interrupted · 2 non-conformant · 1 not tested · 1 inconclusive · 1 conformant with waivers · 1 conformant',
  );
  expect(totalsReason(with2)).toBe('3 of 8 targets did not conform: `g`, `c` and `d`.');
});

test('each requirement is told with the targets where it is broken, the most first', () => {
  const both = broken('t2', 0, 0, { notPassed: [notPassed(1), notPassed(0)] });
  const many = Array.from({ length: 40 }, (_, at) =>
    // What is broken at one is told by the report of the first of them.
    at < 2 ? outcome(`t${at}`) : at === 2 ? both : broken(`t${at}`),
  );
  const otherWay = broken('t40', 0, 0, { notPassed: [notPassed(0, { fingerprints: ['0'.repeat(12)] })] });
  const [first, second] = brokenWhere(total(...many, otherWay, without('down', 3, 'Down.')));
  if (first === undefined || second === undefined) throw new Error('Two are broken.');
  expect([first.id, howMany(first), allBut(first)]).toEqual([
    ...[notPassed(0).id, '39 of 41, in 2 ways', { words: 'all but', but: ['t0', 't1'] }],
  ]);
  expect([second.id, howMany(second), second.names, allBut(second)]).toEqual([
    ...[notPassed(1).id, '1 of 41', ['t2'], null],
  ]);
});

test('drift is broken in a strict run alone, and what is waived or inconclusive never', () => {
  const drift = [notPassed(0, { outcome: 'drift' }), notPassed(1, { outcome: 'waived' })];
  const others = [notPassed(2, { outcome: 'inconclusive' })];
  const at = (strict: boolean) =>
    outcome(`strict ${strict}`, { report: figures({ strict, notPassed: [...drift, ...others] }) });
  expect(brokenWhere(total(at(true), at(false))).map(({ id, names: where }) => [id, where])).toEqual([
    [notPassed(0).id, ['strict true']],
  ]);
});

test('why targets could not be told is told once for all of which it is true', () => {
  const down = 'Nothing could be tested.';
  const report = total(
    without('a', 3, down),
    without('b', 4, 'A fault.'),
    without('c', 3, down),
    broken('d'),
  );
  expect(untestedWhere(report)).toEqual([
    { reason: 'A fault.', names: ['b'] },
    { reason: down, names: ['a', 'c'] },
  ]);
});

test('different suites and descriptions are told, with where they were', () => {
  const at = (name: string, suite: string, contract: string) =>
    outcome(name, { report: figures({ suite, contract: contract.repeat(64) }) });
  expect(totalsNotes(total(at('a', '0.1.0', 'a'), at('b', '0.2.0', 'a'), at('c', '0.1.0', 'b')))).toEqual([
    'The targets were tested by different versions of the suite: `0.1.0` at `a` and `c`; `0.2.0` at `b`.',
    'The targets were tested by different descriptions: `aaaaaaaaaaaa` at `a` and `b`; `bbbbbbbbbbbb` at `c`.',
  ]);
  expect(totalsNotes(total(outcome('a'), outcome('b')))).toEqual([]);
});

test('counts and what is new are the sums over the targets', () => {
  const changes = (fresh: number) => ({ changes: { new: fresh, still: 2, fixed: 1 } });
  const report = total(broken('a', 2, 0, changes(2)), broken('b', 1, 0, changes(0)), outcome('c'));
  expect(countsOfAll(report)).toMatchObject({ passed: 78 + 79 + 80, failed: 3, notObserved: 9 });
  expect(changesOfAll(report)).toBe(
    'Since the last comparable runs: 2 new, 4 still, 1 fixed, at 2 of 3 targets'.replace(
      '1 fixed',
      '2 fixed',
    ),
  );
  expect(changesOfAll(total(outcome('c')))).toBeNull();
});

test('`targets.json` fits its schema, names targets by the keys of the suite, and is read back as it was', () => {
  const { report } = inputOf(manyOutcomes(40), [...names(manyOutcomes(40)), 'gone']);
  const fits = ownSchema('targets-report.schema.json');
  const text = targetsJson(report, keys);
  const value = JSON.parse(text);
  expect([fits(value), fits.errors]).toEqual([true, null]);
  expect(value.targets[0].target).toEqual({
    endpoint: 'https://eu-de-001.pool-0.example.com',
    ...{ projectId: 'p', poolName: 'pool-a', templateName: 'log-agent' },
  });
  const back = totalsOfMembers(value, keys);
  expect(back).toEqual(report);
  expect(back === null ? '' : targetsJson(back, keys)).toBe(text);
  for (const change of [
    { more: 1 },
    { exitCode: 2 },
    { names: ['..'] },
    { names: ['a/b'] },
    { verdict: null },
  ])
    expect([change, fits({ ...value, ...change })]).toEqual([change, false]);
  expect(
    totalsOfMembers({ ...value, targets: [{ ...value.targets[0], target: { endpoint: 'a' } }] }, keys),
  ).toBeNull();
});
