import type { Blocked } from '../model/evidence.ts';
import type { JudgedRequirement, Report, ReportedScenario } from '../model/report.ts';

/** One reason why something could not be tested, told once for all that it left open. */
export interface Cause {
  readonly message: string;
  /** What was tried and what to do about it, where a scenario was blocked by it. */
  readonly blocked: Blocked | null;
  readonly scenarios: readonly ReportedScenario[];
  readonly requirements: readonly JudgedRequirement[];
  readonly exchange?: number;
}

/** The causes of all that is inconclusive, the one that leaves most open first. */
export function causesOf({ requirements, scenarios }: Report): readonly Cause[] {
  const open = new Map<string, JudgedRequirement[]>();
  for (const requirement of requirements) {
    if (requirement.outcome !== 'inconclusive') continue;
    const message = messageOf(requirement);
    open.set(message, [...(open.get(message) ?? []), requirement]);
  }
  for (const { blocked } of scenarios) {
    if (blocked !== null && !open.has(blocked.cause)) open.set(blocked.cause, []);
  }
  return [...open]
    .map(([message, ofThis]) => causeOf(message, ofThis, scenarios))
    .sort((a, b) => b.requirements.length - a.requirements.length);
}

function causeOf(
  message: string,
  requirements: readonly JudgedRequirement[],
  all: readonly ReportedScenario[],
): Cause {
  const scenarios = all.filter(({ blocked }) => blocked?.cause === message);
  const blocked = scenarios[0]?.blocked ?? null;
  const findings = requirements.flatMap((requirement) => requirement.findings);
  const exchange = blocked?.exchange ?? findings.find((finding) => finding.exchange !== undefined)?.exchange;
  return { message, blocked, scenarios, requirements, ...(exchange === undefined ? {} : { exchange }) };
}

/** What blocked the scenario that could have shown it, else what its finding says. */
function messageOf({ findings }: JudgedRequirement): string {
  const finding = findings.find(({ kind }) => kind === 'trouble') ?? findings[0];
  return finding?.blockedBy ?? finding?.message ?? 'No cause was recorded.';
}
