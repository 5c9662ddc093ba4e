import { failingFindings } from '../../judge/failing.ts';
import type { JudgedRequirement, Report } from '../../model/report.ts';
import type { NotPassed, TargetFigures } from '../../model/targets.ts';

/** The outcomes that the totals tell of. */
const TOLD: readonly string[] = ['failed', 'drift', 'inconclusive', 'waived'];

/** What the totals keep of a target's report. */
export function figuresOf(report: Report): TargetFigures {
  const { run, startedAt, durationMs, target, strict, suite, contract, counts, requirements } = report;
  return {
    ...{ run: run.id, startedAt, durationMs, mock: target.mock, strict },
    ...{ suite: suite.version, contract: contract.sha256, counts },
    notPassed: requirements.filter(isTold).map((one) => ({
      ...{ id: one.id, title: one.title, level: one.level, outcome: one.outcome },
      fingerprints: fingerprintsOf(report, one),
    })),
    changes: changesOf(report),
  };
}

function isTold(one: JudgedRequirement): one is JudgedRequirement & Pick<NotPassed, 'outcome'> {
  return TOLD.includes(one.outcome);
}

/** Of what broke it, and where nothing did, of all that was found. */
function fingerprintsOf({ strict }: Report, one: JudgedRequirement): readonly string[] {
  const failing = failingFindings(one, strict);
  const found = failing.length === 0 ? one.findings : failing;
  return [...new Set(found.map(({ fingerprint }) => fingerprint))].sort();
}

function changesOf({ changes }: Report): TargetFigures['changes'] {
  if (changes === undefined || !changes.comparable) return null;
  return { new: changes.new.length, still: changes.still.length, fixed: changes.fixed.length };
}
