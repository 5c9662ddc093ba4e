import { judge, judgeScenario } from '../../../../src/engine/judge/judge.ts';
import { ruled } from '../../../../src/engine/judge/requirements.ts';
import type { Given } from '../../../../src/engine/judge/rule.ts';
import type { JudgedRequirement } from '../../../../src/engine/model/report.ts';
import type { Outcome } from '../../../../src/engine/model/requirement.ts';
import { scenarios } from '../../../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import type { HostileRun } from './runs.ts';

/** How often the requirements of each rule came to each outcome. */
export type Tally = Map<string, Map<Outcome, number>>;

/**
 * Judges a run twice, each from a copy of its own that cannot be changed, and, with `inSteps`, once more scenario by
 * scenario; what is wrong, or null. Throws what the judge throws.
 */
export function faultOf(given: Given, run: HostileRun, tally: Tally, inSteps: boolean): string | null {
  const [first, second] = [frozen(run), frozen(run)];
  const judged = judge({ ...given, settleTimeoutMs: 900_000, ...first });
  const again = judge({ ...given, settleTimeoutMs: 900_000, ...second });
  if (JSON.stringify(judged) !== JSON.stringify(again)) return 'The same evidence was judged in two ways.';
  const steps = inSteps
    ? scenarios.map(({ id }) => judgeScenario({ ...given, settleTimeoutMs: 900_000, ...first, scenario: id }))
    : [];
  const wrong = [...judged, ...steps.flat()].find((one) => !isSound(one));
  if (wrong !== undefined) return `The outcome of ${wrong.id} does not follow from its findings.`;
  for (const [at, { rule }] of ruled(given).entries()) {
    const outcome = judged[at]?.outcome ?? 'not-observed';
    const ofRule = tally.get(rule.id) ?? new Map<Outcome, number>();
    tally.set(rule.id, ofRule.set(outcome, (ofRule.get(outcome) ?? 0) + 1));
  }
  return null;
}

function isSound({ outcome, findings }: JudgedRequirement): boolean {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has('violation')) return outcome === 'failed';
  if (kinds.has('trouble')) return outcome === 'inconclusive';
  return outcome === (kinds.has('drift') ? 'drift' : outcome) && outcome !== 'failed';
}

/** A deep copy that throws where something tries to change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, frozen(one)]));
  // The same members with the same values.
  return Object.freeze(copy) as Value;
}
