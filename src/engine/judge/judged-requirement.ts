import type { JudgedRequirement } from '../model/report.ts';
import type { Level, Requirement } from '../model/requirement.ts';
import { reportedFindings, type Told } from './reported-findings.ts';
import type { Judged } from './rule.ts';

/** A requirement with what became of it, as reports have it. */
export function judgedRequirement(requirement: Requirement, judged: Judged, told: Told): JudgedRequirement {
  const { note, ...about } = requirement;
  const { clause, title, readings } = requirement;
  const source = { clause, says: title, ...(note === undefined ? {} : { note }), readings };
  const findings = reportedFindings(requirement.id, judged.findings, told);
  return { ...about, source, level: levelOf(requirement), ...judged, findings };
}

/** How binding a requirement is, by the first word of its title. */
export function levelOf({ title }: Requirement): Level {
  if (title.startsWith('MUST ')) return 'MUST';
  return title.startsWith('SHOULD ') ? 'SHOULD' : 'MAY';
}
