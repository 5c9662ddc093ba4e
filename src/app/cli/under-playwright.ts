import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { member } from '../../engine/contract/json-value.ts';
import { EXIT, type Verdict } from '../../engine/model/verdict.ts';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import { REPORT_FILES } from '../../engine/report/report-files.ts';
import { exitCode } from '../../engine/verdict/exit-code.ts';
import { isAwaited, lockRun } from '../../lifecycle/locks/run-locks.ts';
import type { CommandLine, Settings } from '../../lifecycle/settings/settings.ts';
import { PLUGIN } from '../../suites/modelarts-plugins/words.ts';
import { haveReports } from '../pipelines/opened.ts';
import { claim } from '../run/claim.ts';
import { FAULT_TEXT, hasFault } from '../run/fault.ts';
import { isMockInstead, tellMockInstead } from '../run/mock-instead.ts';
import { loadOnlyBuilt } from '../settings/playwright-environment.ts';
import { handOver } from '../settings/read.ts';
import { print, printError } from '../terminal/print.ts';
import { UsageError } from './usage-error.ts';

/** What has Yarn unpack Playwright. */
const UNPLUGGED = [
  '"dependenciesMeta": {',
  '  "playwright": { "unplugged": true },',
  '  "playwright-core": { "unplugged": true },',
  '  "@playwright/test": { "unplugged": true }',
  '}',
];

const CONFIG = fileURLToPath(new URL('dist/playwright/config.cjs', PACKAGE_ROOT));

/**
 * Lets Playwright's own command take this process over: a second one would cost a tenth of the run, and signals
 * would have to be handed on. It ends the process; the exit code is then that of the verdict, not Playwright's.
 */
export async function runUnderPlaywright(settings: Settings, commandLine: CommandLine): Promise<never> {
  refuseZipped();
  claim(settings);
  let isTaking = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Until the run begins nobody else listens, and without a listener the locks would stay.
    process.on(signal, () => {
      if (isTaking || isAwaited(settings.reportsDir)) process.exit(EXIT.interrupted);
    });
  }
  await lockRun(settings, print, PLUGIN.words, true);
  isTaking = false;
  haveReports(settings.reportsDir);
  const begun = Date.now();
  // Before the directory is free for the next run, which removes the report.
  process.prependListener('exit', (ended) => {
    process.exitCode = codeOf(settings, begun, ended);
  });
  handOver(commandLine);
  loadOnlyBuilt();
  process.argv.splice(2, process.argv.length, 'test', '--config', CONFIG, '--project=conformance');
  createRequire(import.meta.url)('@playwright/test/cli');
  return new Promise(() => undefined);
}

/** Throws a UsageError where Yarn keeps Playwright in a zip: its processes cannot be started from there. */
function refuseZipped(): void {
  if (process.versions['pnp'] === undefined) return;
  const place = createRequire(import.meta.url).resolve('@playwright/test');
  if (!/\.zip[\\/]/.test(place)) return;
  throw new UsageError(
    `Under Yarn's Plug'n'Play Playwright is in a zip, and cannot be started from there; right would be \`--runner direct\`, or this in the \`package.json\` of your project, and \`yarn install\`:`,
    ...UNPLUGGED,
  );
}

/** The exit code that the report of this run makes; without one a fault, or an interruption that left none. */
function codeOf(settings: Settings, begun: number, ended: number): number {
  if (hasFault()) return EXIT.fault;
  const report = reportSince(settings.reportsDir, begun);
  if (report === null) {
    if (ended === EXIT.interrupted) return EXIT.interrupted;
    printError(FAULT_TEXT);
    return EXIT.fault;
  }
  // Written by this version of the suite a moment ago.
  const verdict = member(report, 'verdict') as Verdict;
  const interrupted = member(report, 'interrupted') === true;
  const mockInstead = isMockInstead(settings, member(member(report, 'target'), 'mock') === true);
  if (mockInstead) tellMockInstead();
  return exitCode({ fault: false, interrupted, mockInstead, verdict });
}

/** The report that was written since; null where none was. */
function reportSince(dir: string, begun: number): unknown {
  try {
    const report: unknown = JSON.parse(readFileSync(join(dir, REPORT_FILES.json), 'utf8'));
    const startedAt = member(report, 'startedAt');
    return typeof startedAt === 'string' && Date.parse(startedAt) >= begun ? report : null;
  } catch {
    return null;
  }
}
