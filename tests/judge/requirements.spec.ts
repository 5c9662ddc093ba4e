import { expect } from '@playwright/test';
import { judge, judgeAhead, judgeScenario } from '../../src/engine/judge/judge.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { Scenario } from '../../src/engine/model/scenario.ts';
import { test } from '../own-test.ts';
import { answer, evidence, PROBLEM, refusal, TWIN, WITH } from '../rules/build.ts';
import { lost } from '../rules/steps.ts';
import { scenarios } from '../suites/notes/scenarios.ts';
import { given } from './contract.ts';

const all = requirements(given);
const ids = all.map(({ id }) => id);

test('each is shown by scenarios in the order of the walk', () => {
  const walk = scenarios.map(({ id }) => id);
  for (const { id, scenarios: shown } of all) {
    expect([id, shown]).not.toEqual([id, []]);
    expect(shown).toEqual(walk.filter((one) => shown.includes(one)));
  }
});

test('each requirement is a step of the last scenario that can show it, judged over all that went before', () => {
  const bad = evidence('ill-formed', refusal(answer(500, PROBLEM)), { from: 0 });
  const run = { ...given, evidence: [bad, TWIN], source: 'install', settleTimeoutMs: 900_000 } as const;
  const steps = scenarios.flatMap(({ id: scenario }) =>
    judgeScenario({ ...run, scenario }).map(({ id }) => id),
  );
  expect([...steps].sort()).toEqual(all.map(({ id }) => id).sort());
  const failed = judgeScenario({ ...run, scenario: 'ill-formed' }).filter(
    ({ outcome }) => outcome === 'failed',
  );
  expect(failed.map(({ id }) => id)).toEqual(['delete.default.ill-formed.note']);
});

test('a scenario whose requests break what a later one finishes says so too, and one that broke nothing does not', () => {
  const wrong = evidence('unknown', refusal(answer(404, { ...PROBLEM, status: 'none' })), { from: 0 });
  const run = { ...given, source: 'install', settleTimeoutMs: 900_000 } as const;
  const brokenIn = (scenario: string, ...recorded: readonly Evidence[]) =>
    judgeAhead({ ...run, evidence: recorded, scenario }).map(({ id, outcome }) => `${id} ${outcome}`);
  expect(brokenIn('unknown', wrong)).toEqual(['delete.404.body.status failed']);
  expect(brokenIn('unknown', evidence('unknown', refusal(answer(404, PROBLEM))))).toEqual([]);
  // What an earlier one broke is told by that one, and in the end by the last.
  expect(brokenIn('there', wrong, TWIN)).toEqual([]);
  const told = all.find(({ id }) => id === 'delete.404.body.status');
  const last = judgeScenario({ ...run, evidence: [wrong, TWIN], scenario: told?.scenarios.at(-1) ?? '' });
  expect(last.find(({ id }) => id === told?.id)?.outcome).toBe('failed');
});

test('with `existing` what an instance of its own alone could show is no step, the rest is one of an earlier scenario', () => {
  const run = { ...given, evidence: [TWIN], source: 'existing', settleTimeoutMs: 900_000 } as const;
  expect(judgeScenario({ ...run, scenario: 'again' })).toEqual([]);
  const steps = judgeScenario({ ...run, scenario: 'there' }).map(({ id }) => id);
  expect(steps).toContain('delete.204.body');
});

test('a refusal is judged without its twin in the steps before that, and with it over the run', () => {
  const run = {
    ...given,
    evidence: [evidence('credentials', refusal(answer(401, PROBLEM)))],
    source: 'install',
    settleTimeoutMs: 900_000,
  } as const;
  const id = 'delete.access.no-token';
  const step = judgeScenario({ ...run, scenario: 'credentials' }).find((one) => one.id === id);
  expect(step?.outcome).toBe('passed');
  expect(judge(run).find((one) => one.id === id)?.outcome).toBe('inconclusive');
});

test('judging again gives the same, in the same order', () => {
  const run = [
    evidence('credentials', [WITH, lost('cut')]),
    evidence('ill-formed', refusal(answer(500, {}))),
    TWIN,
  ];
  const input = { ...given, source: 'install', settleTimeoutMs: 900_000 } as const;
  const once = JSON.stringify(judge({ ...input, evidence: run }));
  expect(JSON.stringify(judge({ ...input, evidence: structuredClone(run) }))).toBe(once);
  expect(judge({ ...input, evidence: [] }).map(({ id }) => id)).toEqual(ids);
});

const { contract, suite } = given;

test('an answer that the description gains has its requirements, without anything else being said of it', () => {
  const operation = contract.operations.get('DeleteNote');
  const refused = operation?.responses.get('404');
  if (operation === undefined || refused === undefined) throw new Error('The contract has a 404.');
  const responses = new Map(operation.responses).set('409', { ...refused, key: '409' });
  const operations = new Map(contract.operations).set('DeleteNote', { ...operation, responses });
  const more = requirements({ suite, contract: { ...contract, operations } });
  const gained = more.filter(({ id }) => !ids.includes(id));
  expect(more.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
  expect(gained.map(({ id }) => id)).toEqual(
    ids
      .filter((id) => /^delete\.404\.(media-type|json|members|body)/.test(id))
      .map((id) => id.replace('404', '409')),
  );
  // Any request with the user's credentials may be answered so.
  const user = scenarios.filter(({ id }) => !['credentials', 'methods', 'end-of-run'].includes(id));
  for (const { id, scenarios: shown } of gained) expect([id, shown]).toEqual([id, user.map((one) => one.id)]);
  expect(gained[0]?.group).toBe('delete.409.wire');
});

test('what is about a facet, an answer or an operation that nobody knows is an error that names it', () => {
  const [rule] = suite.rules;
  if (rule === undefined) throw new Error('There are rules.');
  const about = (change: object) => () =>
    requirements({
      contract,
      suite: {
        ...suite,
        rules: [
          {
            ...rule,
            demands: (one) =>
              rule
                .demands(one, rule)
                .slice(0, 1)
                .map((demand) => ({ ...demand, ...change })),
          },
        ],
      },
    });
  expect(about({})().map(({ group }) => group)).toEqual(['delete.access']);
  expect(about({ facet: 'colour' })).toThrow('`colour`');
  expect(about({ status: null, facet: 'colour' })).toThrow('`colour`');
  expect(about({ status: '418', facet: 'json' })).toThrow('`delete.418.json.no-token`');
  expect(about({ operation: { id: 'PaintNote', slug: 'paint' } })).toThrow('`paint.access.no-token`');
});

test('a scenario in a chapter, or an expectation of an answer, that nobody knows is an error that names it', () => {
  const changed = (change: (scenario: Scenario) => Scenario) => () =>
    requirements({ contract, suite: { ...suite, scenarios: suite.scenarios.map(change) } });
  const inChapter = (chapter: string) => changed((one) => (one.id === 'unknown' ? { ...one, chapter } : one));
  const expecting = (documented: string | null) =>
    changed((one) => ({
      ...one,
      probes: one.probes.map((probe) =>
        probe.id === 'unknown-note' ? { ...probe, expected: { ...probe.expected, documented } } : probe,
      ),
    }));
  expect(inChapter('204')().map(({ id }) => id)).toEqual(ids);
  expect(inChapter('405')).toThrow(
    'The scenario `unknown` stands in the chapter `405`, which the suite does not have.',
  );
  expect(expecting('default')().map(({ id }) => id)).toEqual(ids);
  expect(expecting(null)().map(({ id }) => id)).toEqual(ids);
  // That there is an answer for every other status makes none of them one of its own.
  for (const key of ['418', '4XX', '2XX']) {
    expect(expecting(key)).toThrow(
      `The expectation \`no-such\` is of the answer \`${key}\` of \`DeleteNote\`, which the description does not have.`,
    );
  }
});
