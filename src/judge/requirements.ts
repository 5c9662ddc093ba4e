import type { Contract } from '../model/contract.ts';
import type { Requirement } from '../model/requirement.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { Demand, Rule } from './rule.ts';
import { rules } from './rules/rules.ts';

/** A requirement with what judges it. */
export interface Ruled {
  readonly rule: Rule;
  readonly demand: Demand;
  readonly requirement: Requirement;
}

/** Second steps of ids, in the order of the report. */
const CHAPTERS = ['200', '400', 'access', 'method', 'effect', 'error'];

/** Every requirement, in the order of the report, each with the scenarios that can show it. */
export function requirements(contract: Contract): readonly Requirement[] {
  return ruled(contract).map(({ requirement }) => requirement);
}

/** The same, each with its rule. */
export function ruled(contract: Contract): readonly Ruled[] {
  const all = rules.flatMap((rule) =>
    rule
      .demands(contract, rule)
      .map((demand) => ({ rule, demand, requirement: requirementOf(rule, demand) })),
  );
  return CHAPTERS.flatMap((chapter) => all.filter(({ demand }) => demand.id.split('.')[1] === chapter));
}

function requirementOf({ rows }: Rule, demand: Demand): Requirement {
  const { id, title, basis, clause, readings, shownBy = () => true } = demand;
  const shown = scenarios.filter(({ probes }) =>
    probes.some((probe) => rows.includes(probe.row) && shownBy(probe)),
  );
  return { id, title, basis, clause, readings, scenarios: shown.map((scenario) => scenario.id) };
}
