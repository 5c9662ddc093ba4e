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
  const byMessage = new Map<string, JudgedRequirement[]>();
  for (const requirement of requirements) {
    if (requirement.outcome !== 'inconclusive') continue;
    const message = messageOf(requirement);
    byMessage.set(message, [...(byMessage.get(message) ?? []), requirement]);
  }
  const stopped = scenarios.filter(({ blocked }) => blocked !== null);
  for (const { blocked } of stopped) {
    const known = [...byMessage.keys()].some(
      (message) => blocked !== null && message.includes(blocked.cause),
    );
    if (blocked !== null && !known) byMessage.set(blocked.cause, []);
  }
  return [...byMessage]
    .map(([message, open]) => causeOf(message, open, stopped))
    .sort((a, b) => b.requirements.length - a.requirements.length);
}

function causeOf(
  message: string,
  requirements: readonly JudgedRequirement[],
  stopped: readonly ReportedScenario[],
): Cause {
  const scenarios = stopped.filter(({ blocked }) => blocked !== null && message.includes(blocked.cause));
  const blocked = scenarios[0]?.blocked ?? null;
  const findings = requirements.flatMap((requirement) => requirement.findings);
  const exchange = blocked?.exchange ?? findings.find((finding) => finding.exchange !== undefined)?.exchange;
  return {
    message: blocked?.cause ?? message,
    blocked,
    scenarios,
    requirements,
    ...(exchange === undefined ? {} : { exchange }),
  };
}

function messageOf({ findings }: JudgedRequirement): string {
  const finding = findings.find(({ kind }) => kind === 'trouble') ?? findings[0];
  return finding?.message ?? 'No cause was recorded.';
}
