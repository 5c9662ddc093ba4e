import type { JudgedRequirement, Report } from '../model/report.ts';
import type { Outcome } from '../model/requirement.ts';

/** One reason why something was never seen or does not apply, told once for all that it holds for. */
export interface Reason {
  readonly reason: string;
  readonly outcome: Outcome;
  /** The requirement that it follows from, if any. */
  readonly from: string | null;
  readonly requirements: readonly JudgedRequirement[];
}

/** The reasons of all that was not observed or is not applicable, the one that holds for most first. */
export function reasonsOf({ requirements }: Pick<Report, 'requirements'>): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const requirement of requirements) {
    const { outcome, because } = requirement;
    if (because === undefined || (outcome !== 'not-observed' && outcome !== 'not-applicable')) continue;
    const key = JSON.stringify([outcome, because.reason, because.requirement]);
    const known = reasons.get(key)?.requirements ?? [];
    reasons.set(key, {
      reason: because.reason,
      outcome,
      from: because.requirement ?? null,
      requirements: [...known, requirement],
    });
  }
  return [...reasons.values()].sort((a, b) => b.requirements.length - a.requirements.length);
}
