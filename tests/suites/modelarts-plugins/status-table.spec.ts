import { expect } from '@playwright/test';
import { idOf } from '../../../src/engine/judge/demands.ts';
import { judge } from '../../../src/engine/judge/judge.ts';
import type { Outcome } from '../../../src/engine/model/requirement.ts';
import { scenarios } from '../../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { test } from '../../own-test.ts';
import type { Step } from '../../rules/steps.ts';
import { slowIf } from '../../slow.ts';
import { answer, deletion, evidence, plugin, REFUSAL, refusal, TWIN, WITH } from './build.ts';
import { given } from './given.ts';

const STATUSES = [
  200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 422, 429, 500, 501,
  502, 503, 504,
];

type Answers = Readonly<Record<'passed' | 'drift' | 'inconclusive', readonly number[]>>;

/** The contract's table, written down apart from the rules; every other status is a violation. */
const TABLE: Readonly<Record<string, Answers>> = {
  installed: { passed: [200], drift: [], inconclusive: [401, 403, 429, 502, 503, 504] },
  'ill-formed-name': { passed: [400], drift: [403, 404, 414], inconclusive: [429, 502, 503, 504] },
  'ill-formed-project': { passed: [400], drift: [401, 403, 404, 414], inconclusive: [429, 502, 503, 504] },
  'no-such': { passed: [400], drift: [404, 409], inconclusive: [401, 403, 429, 502, 503, 504] },
  'near-name': { passed: [400], drift: [403, 404, 409, 414], inconclusive: [401, 429, 502, 503, 504] },
  'no-credentials': { passed: [401, 403], drift: [], inconclusive: [429, 502, 503, 504] },
  'undocumented-method': {
    passed: [400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 422],
    drift: [501],
    inconclusive: [429, 502, 503, 504],
  },
};

function outcomeIn({ passed, drift, inconclusive }: Answers, status: number): Outcome {
  if (passed.includes(status)) return 'passed';
  if (drift.includes(status)) return 'drift';
  return inconclusive.includes(status) ? 'inconclusive' : 'failed';
}

const FAMILY = scenarios.flatMap((scenario) => scenario.probes.map((probe) => ({ scenario, probe })));

/** One of each row is quick. */
const first = (row: string) => FAMILY.find(({ probe }) => probe.expected.id === row)?.probe;

for (const { scenario, probe } of FAMILY) {
  const expected = TABLE[probe.expected.id];
  if (expected === undefined) continue;
  const id = idOf(probe.about);
  test(`${id}: every status has the outcome of the table${slowIf(first(probe.expected.id) !== probe)}`, () => {
    for (const status of STATUSES) {
      const body = status === 200 ? plugin() : REFUSAL;
      const steps: Step[] = [WITH, { purpose: 'probe', response: answer(status, body) }, WITH];
      const own = evidence(
        scenario.id,
        steps.map((step) => ({ ...step, probe: probe.id })),
      );
      const run = probe.expected.kind === 'accepted' ? [own] : [own, TWIN];
      const one = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 }).find(
        (each) => each.id === id,
      );
      expect([status, one?.outcome]).toEqual([status, outcomeIn(expected, status)]);
    }
  });
}

for (const { scenario, probe } of FAMILY) {
  const [status = 0] = TABLE[probe.expected.id]?.passed ?? [];
  if (probe.expected.kind !== 'refused') continue;
  const id = idOf(probe.about);
  test(`${id}: a refusal proves nothing where the accepted DELETE was not accepted`, () => {
    const outcomes = [TWIN, evidence('installed', deletion(answer(400, REFUSAL)), { from: 100 })].map(
      (twin) => {
        const steps = refusal(answer(status, REFUSAL), probe.id);
        const run = {
          ...given,
          evidence: [evidence(scenario.id, steps), twin],
          source: 'install',
          settleTimeoutMs: 900_000,
        } as const;
        return judge(run).find((each) => each.id === id)?.outcome;
      },
    );
    expect(outcomes).toEqual(['passed', 'inconclusive']);
  });
}

test('every row of the walk is in the table', () => {
  const rows = FAMILY.map(({ probe }) => probe.expected.id).filter((row) => row !== 'nothing');
  expect([...new Set(rows)].sort()).toEqual(Object.keys(TABLE).sort());
});
