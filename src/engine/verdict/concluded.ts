import type { JudgedSuite } from '../judge/rule.ts';
import type { Evidence } from '../model/evidence.ts';
import type { JudgedRequirement, ReportedScenario } from '../model/report.ts';
import { seenAnswers } from './seen-answers.ts';
import { type Circumstances, type Concluded, conclude } from './verdict.ts';

/** The verdict over judged requirements, by what the scenarios recorded. */
export function concluded(
  suite: JudgedSuite,
  requirements: readonly JudgedRequirement[],
  evidence: readonly Evidence[],
  reported: readonly ReportedScenario[],
  manner: Pick<Circumstances, 'strict' | 'interrupted'>,
): Concluded {
  const unfinished = reported.filter(({ state }) => state === 'blocked' || state === 'not-run');
  return conclude(requirements, {
    ...manner,
    ...seenAnswers(suite, evidence),
    overtime: evidence.find(({ blocked }) => blocked?.overtime === true)?.blocked?.cause,
    unfinished: unfinished.map(({ id }) => id),
  });
}
