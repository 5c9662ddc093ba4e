import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertFree } from '../campaign/store.ts';
import { member } from '../contract/plugin.ts';
import { EXIT, type Verdict } from '../model/verdict.ts';
import { REPORT_FILES } from '../report/write.ts';
import { environmentWith } from '../settings/read.ts';
import type { CommandLine, Settings } from '../settings/settings.ts';
import { exitCode } from '../verdict/exit-code.ts';

const CONFIG = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));

/** Runs the suite under Playwright; the exit code is that of the verdict, not Playwright's. */
export async function runUnderPlaywright(settings: Settings, commandLine: CommandLine): Promise<number> {
  assertFree(settings.reportsDir);
  const begun = Date.now();
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test', '--config', CONFIG, '--project=conformance'], {
    stdio: 'inherit',
    env: environmentWith(commandLine),
  });
  let signalled = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signalled = true;
      child.kill(signal);
    });
  }
  const ended = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const verdict = verdictSince(settings.reportsDir, begun);
  if (verdict === null) {
    return signalled || ended === EXIT.interrupted || ended === null ? EXIT.interrupted : EXIT.fault;
  }
  return exitCode({ fault: false, ...verdict });
}

/** What the report of this run says; null where it wrote none. */
function verdictSince(dir: string, begun: number): { verdict: Verdict; interrupted: boolean } | null {
  try {
    const report: unknown = JSON.parse(readFileSync(join(dir, REPORT_FILES.json), 'utf8'));
    const startedAt = member(report, 'startedAt');
    if (typeof startedAt !== 'string' || Date.parse(startedAt) < begun) return null;
    // Written by this version of the suite a moment ago.
    return {
      verdict: member(report, 'verdict') as Verdict,
      interrupted: member(report, 'interrupted') === true,
    };
  } catch {
    return null;
  }
}
