import type { Evidence } from '../../engine/model/evidence.ts';
import type { ReportedScenario } from '../../engine/model/report.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { isApplicable } from './campaign.ts';
import type { Plan } from './plan.ts';

/** What became of each scenario, in the order of the walk. */
export function reportedScenarios(
  scenarios: readonly Scenario[],
  evidence: readonly Evidence[],
  source: Plan['source'],
): readonly ReportedScenario[] {
  return scenarios.map((scenario) => reportedScenario(scenario, evidence, source));
}

function reportedScenario(
  scenario: Scenario,
  evidence: readonly Evidence[],
  source: Plan['source'],
): ReportedScenario {
  const { id, title, chapter } = scenario;
  const found = evidence.find((one) => one.scenario === id);
  const blocked = found?.blocked ?? null;
  const state = !isApplicable(scenario, source)
    ? 'not-applicable'
    : found === undefined || (blocked !== null && found.exchanges.length === 0)
      ? 'not-run'
      : blocked === null
        ? 'carried-through'
        : 'blocked';
  return { id, title, chapter, state, blocked };
}
