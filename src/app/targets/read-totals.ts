import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKeys } from '../../engine/model/resource.ts';
import type { TargetsReport } from '../../engine/model/targets.ts';
import { TOTALS_FILES } from '../../engine/report/file-names.ts';
import { totalsOfMembers } from '../../engine/report/targets/targets-json.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readJsonFile } from '../run/read-json-file.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** Reads the totals that a run of many targets left in a folder. Throws a UsageError where there are none. */
export function readTotals(dir: string, keys: FileKeys): TargetsReport {
  const file = join(dir, TOTALS_FILES.json);
  const right = `right would be what a run of many targets left.`;
  if (!existsSync(file))
    throw new UsageError(
      existsSync(dir)
        ? `${shownPath(dir)} holds no \`${TOTALS_FILES.json}\`; ${right}`
        : `${shownPath(dir)} is not there; ${right}`,
    );
  const value = readJsonFile(file, { schema: 'targets-report.schema.json', what: 'totals', right });
  // The schema asks for an object.
  const report = totalsOfMembers(value as object, keys);
  if (report === null) throw new UsageError(`${shownPath(file)} does not name its targets; ${right}`);
  return report;
}
