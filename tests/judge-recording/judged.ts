import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRecording } from '../../src/app/judge/judge-recording.ts';
import type { Report, ReportInput } from '../../src/engine/model/report.ts';
import { namesIn } from '../../src/suites/modelarts-plugins/paths.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { ambiguity } from '../../src/suites/modelarts-plugins/settings/ambiguous.ts';
import { test } from '../own-test.ts';

/** Judges a file in this process, with reports in a folder of the test's own. */
export async function judged(path: string, base: string | null = null): Promise<ReportInput> {
  const suite = { ...pluginsRun, namesIn, ambiguity };
  const reportsDir = test.info().outputPath('judged');
  const { input } = await judgeRecording(suite, {
    ...{ path, shown: '`recorded.har`', base: base === null ? null : new URL(base), reportsDir, secrets: [] },
  });
  return input;
}

/** The ids of the requirements that had an outcome. */
export function idsOf(
  { requirements }: Report,
  outcome: Report['requirements'][number]['outcome'],
): readonly string[] {
  return requirements.filter((one) => one.outcome === outcome).map(({ id }) => id);
}

/** All that was written, as one text. */
export function allWritten(): string {
  const files = ['conformance.html', 'conformance.md', 'conformance.json', 'junit.xml', 'evidence.har'];
  return files.map((file) => readFileSync(join(test.info().outputPath('judged'), file), 'latin1')).join('\n');
}
