import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyText } from '../../src/engine/history/line.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { KEYS, lineOfMorning, type Night, reportOfMorning } from './lines.ts';

/** Puts the report of a morning into a folder of the test's own, where `changes` looks for that of the last run; gives its path. */
export function writeReport(
  day: number,
  night: Night,
  change: Partial<Report> = {},
  folder = 'reports',
): string {
  const dir = test.info().outputPath(folder);
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'conformance.json');
  const report = reportOfMorning(day, night, change);
  writeFileSync(path, reportJson({ report, suite: reportedPlugins, exchanges: [] }));
  return path;
}

/** Puts the lines of some mornings, the first that of 1 March, into a file; gives the setting that names it. */
export function writeHistory(...nights: readonly Night[]) {
  const file = test.info().outputPath('history.ndjson');
  writeFileSync(file, nights.map((night, at) => historyText(lineOfMorning(at + 1, night), KEYS)).join(''));
  return { CONFORMANCE_HISTORY: file };
}
