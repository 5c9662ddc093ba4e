import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAjv } from '../../engine/contract/ajv.ts';
import type { JudgedRequirement, Report } from '../../engine/model/report.ts';
import { SCHEMAS } from '../../engine/package-root.ts';
import { REPORT_FILES } from '../../engine/report/file-names.ts';
import { namesOfMembers } from '../../engine/report/named-members.ts';
import { kindOf, unreadable } from '../../engine/text-file.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { UsageError } from '../cli/usage-error.ts';
import { shownPath } from '../run/waivers.ts';

const SCHEMA = new URL('conformance-report.schema.json', SCHEMAS);

/** What is asked of the report of the last run. */
export interface LastReport extends Pick<Report, 'verdict' | 'reason' | 'strict'> {
  readonly requirements: readonly JudgedRequirement[];
  readonly mock: boolean;
  /** As waivers name the target. */
  readonly host: string;
  readonly pool: string;
}

/** A report as its file has it. */
type Written = Omit<Report, 'target'> & {
  readonly target: Pick<Report['target'], 'endpoint' | 'mock'> & Readonly<Record<string, unknown>>;
};

/** The report that the last run left in a reports directory. Throws a UsageError where there is none of this version's. */
export function lastReport(dir: string): LastReport {
  const path = join(dir, REPORT_FILES.json);
  const report = readWritten(path);
  const { verdict, reason, strict, requirements, target } = report;
  const names = namesOfMembers(modelartsPlugins.resource.keys, target);
  if (names === null || !URL.canParse(target.endpoint))
    throw new UsageError(`${shownPath(path)} does not say what was tested; right would be a new run.`);
  const { host } = new URL(target.endpoint);
  return { verdict, reason, strict, requirements, mock: target.mock, host, pool: names.collection };
}

function readWritten(path: string): Written {
  const shown = shownPath(path);
  if (kindOf(path) === 'nothing')
    throw new UsageError(
      `${shown} is not there; right would be \`CONFORMANCE_REPORTS_DIR\` of a run that is over, or a new run.`,
    );
  const value = parsed(path, shown);
  const validate = createAjv().compile<Written>(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw new UsageError(
    `${shown} is no report of this version (\`${first?.instancePath ?? ''}\` ${first?.message}); right would be a new run.`,
  );
}

function parsed(path: string, shown: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(unreadable(error, shown));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${shown} is no JSON; right would be the report of a run that is over.`);
  }
}
