import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { judge, judgeScenario } from '../../src/engine/judge/judge.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { REQUIREMENT_IDS } from '../mock/requirement-ids.ts';
import { answer, evidence, lost, REFUSAL, refusal, TWIN, WITH } from '../rules/build.ts';
import { given } from './contract.ts';

const all = requirements(given);
const ids = all.map(({ id }) => id);

test('no id of the snapshot is ever gone, and a new one is written into it', () => {
  const snapshot = readFileSync(new URL('requirement-ids.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(snapshot.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !snapshot.includes(id))).toEqual([]);
});

test('the ids are those that the mock knows how to break, each once', () => {
  expect([...ids].sort()).toEqual([...REQUIREMENT_IDS].sort());
});

test('each is shown by scenarios in the order of the walk', () => {
  const walk = scenarios.map(({ id }) => id);
  for (const { id, scenarios: shown } of all) {
    expect([id, shown]).not.toEqual([id, []]);
    expect(shown).toEqual(walk.filter((one) => shown.includes(one)));
  }
});

test('each requirement is a step of the last scenario that can show it, judged over all that went before', () => {
  const bad = evidence('ill-formed', refusal(answer(500, REFUSAL)), { from: 0 });
  const run = { ...given, evidence: [bad, TWIN], source: 'install', settleTimeoutMs: 900_000 } as const;
  const steps = scenarios.flatMap(({ id: scenario }) =>
    judgeScenario({ ...run, scenario }).map(({ id }) => id),
  );
  expect([...steps].sort()).toEqual(all.map(({ id }) => id).sort());
  const failed = judgeScenario({ ...run, scenario: 'ill-formed' }).filter(
    ({ outcome }) => outcome === 'failed',
  );
  expect(failed.map(({ id }) => id)).toEqual(['delete.400.ill-formed.pool-name']);
});

test('with `existing` what an instance of its own alone could show is no step, the rest is one of an earlier scenario', () => {
  const run = { ...given, evidence: [TWIN], source: 'existing', settleTimeoutMs: 900_000 } as const;
  expect(judgeScenario({ ...run, scenario: 'installed-with-body' })).toEqual([]);
  const steps = judgeScenario({ ...run, scenario: 'installed' }).map(({ id }) => id);
  expect(steps).toContain('delete.200.body.status.phase');
});

test('a refusal is judged without its twin in the steps before that, and with it over the run', () => {
  const run = {
    ...given,
    evidence: [evidence('credentials', refusal(answer(401, REFUSAL)))],
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
  const operation = contract.operations.get('DeletePlugin');
  const refused = operation?.responses.get('400');
  if (operation === undefined || refused === undefined) throw new Error('The contract has a 400.');
  const responses = new Map(operation.responses).set('409', { ...refused, key: '409' });
  const operations = new Map(contract.operations).set('DeletePlugin', { ...operation, responses });
  const more = requirements({ suite, contract: { ...contract, operations } });
  const gained = more.filter(({ id }) => !ids.includes(id));
  expect(more.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
  expect(gained.map(({ id }) => id)).toEqual(
    ids
      .filter((id) => /^delete\.400\.(media-type|json|members|body)/.test(id))
      .map((id) => id.replace('400', '409')),
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
  expect(about({ operation: { id: 'PaintPlugin', slug: 'paint' } })).toThrow('`paint.access.no-token`');
});

test('what tells of the instance is compared because the description marks it, and a mark that nobody knows is an error', () => {
  const operation = contract.operations.get('DeletePlugin');
  const answer = operation?.responses.get('200');
  if (operation === undefined || answer === undefined) throw new Error('The contract has a 200.');
  const withMarks = (change: (path: string) => string | null | undefined) => {
    const fields = answer.fields.map(({ instance, ...field }) => {
      const as = change(field.path) ?? (change(field.path) === null ? undefined : instance?.as);
      return as === undefined ? field : { ...field, instance: { ...instance, as } };
    });
    const responses = new Map(operation.responses).set('200', { ...answer, fields });
    const operations = new Map(contract.operations).set('DeletePlugin', { ...operation, responses });
    return requirements({ suite, contract: { ...contract, operations } }).map(({ id }) => id);
  };
  expect(withMarks(() => undefined)).toEqual(ids);
  const left = withMarks((path) => (path === 'metadata.name' ? null : undefined));
  expect(ids.filter((id) => !left.includes(id))).toEqual(['delete.200.instance.name']);
  expect(() => withMarks((path) => (path === 'kind' ? 'colour' : undefined))).toThrow('`colour`');
});
