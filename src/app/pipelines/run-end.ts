import type { Report } from '../../engine/model/report.ts';
import type { TargetsReport } from '../../engine/model/targets.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { countsOfAll } from '../../engine/report/targets/totals-text.ts';
import { OUTPUT_NAMES, type OutputName } from '../settings/pipeline-services.ts';

/** How a run ended: what the agent of a pipeline is told. */
export interface RunEnd {
  readonly exitCode: number;
  /** Null where there is none, or none to rely on. */
  readonly report: Report | null;
  /** Where it was one of many targets. */
  readonly totals?: TargetsReport;
}

/** What the exit code says that no verdict does, by that code. */
const BESIDE: Readonly<Record<number, string>> = {
  [EXIT.usage]: 'A setting or an argument is wrong: nothing was tested. The log says which.',
  [EXIT.fault]: 'The suite itself failed, which says nothing about the endpoint. The log says how.',
  [EXIT.interrupted]: 'The run was interrupted.',
};

/** What an exit code says that no verdict does; null for the codes of verdicts. */
export function besideVerdict({ exitCode, report, totals }: RunEnd): string | null {
  // Each target tells why it failed.
  if (totals?.exitCode === exitCode) return null;
  const said = BESIDE[exitCode];
  if (said !== undefined) return said;
  return report === null ? `The run left no verdict: exit code ${exitCode}.` : null;
}

/** What later steps can ask for, of many targets the sums of their requirements; '' where no report says it. Each is a word or a number of ours. */
export function outputsOf({ exitCode, report, totals }: RunEnd): readonly (readonly [OutputName, string])[] {
  const counts = totals === undefined ? report?.counts : countsOfAll(totals);
  const values: Readonly<Record<OutputName, string | number>> = {
    verdict: (totals ?? report)?.verdict ?? '',
    'exit-code': exitCode,
    passed: counts?.passed ?? '',
    failed: counts?.failed ?? '',
    inconclusive: counts?.inconclusive ?? '',
  };
  return OUTPUT_NAMES.map((name) => [name, String(values[name])]);
}
