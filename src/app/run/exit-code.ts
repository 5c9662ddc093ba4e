import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../engine/contract/digest.ts';
import type { Report } from '../../engine/model/report.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { writeWhole } from '../../engine/report/write.ts';
import { exitCode } from '../../engine/verdict/exit-code.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { hasFault } from './fault.ts';
import { isMockInstead } from './mock-instead.ts';

/** The exit code of a run that is over, by what is known of it now. */
export function exitCodeNow(
  settings: Settings,
  { interrupted, target, verdict }: Pick<Report, 'interrupted' | 'verdict'> & { target: { mock: boolean } },
): number {
  const mockInstead = isMockInstead(settings, target.mock);
  return exitCode({ fault: hasFault(), interrupted, mockInstead, verdict });
}

/**
 * Has the report that was written say that the run ends as a fault: what it wrote could not all be kept. One that is not
 * there, or cannot be written again, stays as it is.
 */
export function reportFault({ reportsDir }: Pick<Settings, 'reportsDir'>): void {
  const path = join(reportsDir, REPORT_FILES.json);
  try {
    // Written by this process a moment ago.
    const text = readFileSync(path, 'utf8');
    const report = JSON.parse(text) as Report;
    if (report.run.exitCode === EXIT.fault) return;
    const run = { ...report.run, exitCode: EXIT.fault };
    const sum = writeWhole(path, [`${JSON.stringify({ ...report, run }, null, 2)}\n`]);
    // The page has the sums of the files beside it.
    const page = join(reportsDir, REPORT_FILES.html);
    writeWhole(page, [readFileSync(page, 'utf8').replaceAll(sha256Of(text), sum)]);
  } catch {
    // Whoever reads the exit code knows already that nothing here is to be relied on.
  }
}
