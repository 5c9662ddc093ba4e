import type { FileKeys } from '../../model/resource.ts';
import type { NotPassed, TargetFigures, TargetOutcome, TargetsReport } from '../../model/targets.ts';
import { namesAsMembers, namesOfMembers } from '../named-members.ts';

/** The text of `targets.json`: its members in the order of the type, and the suite's own keys name each target. */
export function targetsJson(report: TargetsReport, keys: FileKeys): string {
  const { formatVersion, verdict, suite, exitCode, startedAt, durationMs, names, missing } = report;
  const members = {
    formatVersion,
    verdict,
    // Near the beginning: the suite knows its own file again by it.
    suite: { name: suite.name, version: suite.version },
    ...{ exitCode, startedAt, durationMs, names, missing },
    targets: report.targets.map((one) => targetMembers(one, keys)),
  };
  return `${JSON.stringify(members, null, 2)}\n`;
}

function targetMembers({ target, report, ...one }: TargetOutcome, keys: FileKeys): object {
  return {
    name: one.name,
    target: { endpoint: target.endpoint, ...namesAsMembers(keys, target) },
    exitCode: one.exitCode,
    verdict: one.verdict,
    reason: one.reason,
    report: report === null ? null : figures(report),
  };
}

function figures(report: TargetFigures): TargetFigures {
  const { run, startedAt, durationMs, mock, strict, suite, contract, counts, changes } = report;
  const { passed, failed, drift, notObserved, inconclusive, notApplicable, waived } = counts;
  return {
    ...{ run, startedAt, durationMs, mock, strict, suite, contract },
    counts: { passed, failed, drift, notObserved, inconclusive, notApplicable, waived },
    notPassed: report.notPassed.map(notPassed),
    changes: changes === null ? null : { new: changes.new, still: changes.still, fixed: changes.fixed },
  };
}

function notPassed({ id, title, level, outcome, fingerprints }: NotPassed): NotPassed {
  return { id, title, level, outcome, fingerprints };
}

/** The totals that a parsed `targets.json` holds, checked by its schema before; null where a target has no names. */
export function totalsOfMembers(value: object, keys: FileKeys): TargetsReport | null {
  // The schema says so.
  const report = value as TargetsReport;
  const targets = report.targets.map((one) => {
    const { endpoint } = one.target;
    // As the file has it: under the keys of the suite.
    const names = namesOfMembers(keys, one.target as unknown as Readonly<Record<string, unknown>>);
    return names === null ? null : { ...one, target: { endpoint, ...names } };
  });
  const whole = targets.filter((one) => one !== null);
  return whole.length < targets.length ? null : { ...report, targets: whole };
}
