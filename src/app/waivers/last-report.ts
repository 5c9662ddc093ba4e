import { join } from 'node:path';
import type { JudgedRequirement, Report } from '../../engine/model/report.ts';
import { REPORT_FILES } from '../../engine/report/file-names.ts';
import { kindOf } from '../../engine/text-file.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readReport } from '../run/read-report.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** What is asked of the report of the last run. */
export interface LastReport extends Pick<Report, 'verdict' | 'reason' | 'strict'> {
  readonly requirements: readonly JudgedRequirement[];
  readonly mock: boolean;
  /** As waivers name the target. */
  readonly host: string;
  readonly pool: string;
}

/** The report that the last run left in a reports directory. Throws a UsageError where there is none of this version's. */
export function lastReport(dir: string): LastReport {
  const path = join(dir, REPORT_FILES.json);
  if (kindOf(path) === 'nothing')
    throw new UsageError(
      `${shownPath(path)} is not there; right would be \`CONFORMANCE_REPORTS_DIR\` of a run that is over, or a new run.`,
    );
  const { verdict, reason, strict, requirements, target } = readReport(path, modelartsPlugins.resource.keys);
  if (!URL.canParse(target.endpoint))
    throw new UsageError(`${shownPath(path)} does not say what was tested; right would be a new run.`);
  const { host } = new URL(target.endpoint);
  return { verdict, reason, strict, requirements, mock: target.mock, host, pool: target.collection };
}
