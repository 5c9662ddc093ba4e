import { type Budget, openBudget } from '../record/look/budget.ts';
import type { Plan } from './plan.ts';

const byPlan = new WeakMap<Plan, Budget>();

/** What a run may spend on unpacking in search of secrets: one budget for what it receives and for what it writes. */
export function searchBudget(plan: Plan): Budget {
  const before = byPlan.get(plan);
  if (before !== undefined) return before;
  const budget = openBudget();
  byPlan.set(plan, budget);
  return budget;
}
