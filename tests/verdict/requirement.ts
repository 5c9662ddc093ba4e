import type { JudgedRequirement } from '../../src/engine/model/report.ts';
import type { Level, Outcome } from '../../src/engine/model/requirement.ts';
import { reported } from '../report/reported.ts';

/** A judged requirement of this outcome. */
export function judged(id: string, outcome: Outcome, level: Level = 'MUST'): JudgedRequirement {
  const findings = outcome === 'failed' ? [reported({ kind: 'violation', message: 'No.' })] : [];
  return {
    id,
    title: `${level} hold`,
    level,
    basis: 'documented',
    clause: 'Function',
    scenarios: ['installed'],
    outcome,
    findings,
  };
}
