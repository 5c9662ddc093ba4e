import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '../own-test.ts';
import { slowly } from '../slow.ts';

/** The configuration that people find in a clone. */
export const CONFIG = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));
/** The same as the build left it, with which Playwright starts in less time. */
export const BUILT = fileURLToPath(new URL('../../dist/playwright/config.cjs', import.meta.url));
/** Playwright's own command. */
export const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');
/** The command, which starts what the build left. */
export const MAIN = fileURLToPath(new URL('../../bin/conformance.mjs', import.meta.url));

const { PATH = '', HOME = '', NODE_V8_COVERAGE } = process.env;

/** What every process needs of the environment. */
export const NEEDED: Readonly<Record<string, string>> = { PATH, HOME };

/** Where lines that the processes of a command run are counted too; doing so costs a quarter of their time. */
const COUNTED = /\/(?:playwright[\w-]*|both-runners|sessions|leaks|crash)\.spec\.ts$/;

/** What has the lines counted that a command runs, where coverage is measured: in the quick tests, and where it is about Playwright. */
function counting(): Readonly<Record<string, string>> {
  const { file, project } = test.info();
  const isCounted = project.name === 'tests' || COUNTED.test(file);
  return isCounted && NODE_V8_COVERAGE !== undefined ? { NODE_V8_COVERAGE } : {};
}

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly child: ChildProcess;
  /** Sends it a signal. */
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
  /** What was printed so far. */
  readonly printed: () => string;
}

/** Starts `conformance` as the build left it, in a folder of the test's own, with nothing of the developer's settings. */
export function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  main = MAIN,
  cwd = test.info().outputPath(),
): Running {
  const reports = test.info().outputPath('reports');
  const isUnderPlaywright = main === PLAYWRIGHT || (args[0] === 'run' && !args.includes('direct'));
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...NEEDED, ...counting(), CONFORMANCE_REPORTS_DIR: reports, ...environment },
  });
  const begun = running(child);
  if (main === PLAYWRIGHT) slowly('playwright');
  if (args[0] !== 'run' || !isUnderPlaywright) return begun;
  // Playwright's runner may carry it out, and then leaves a folder of its own; what is refused leaves none.
  const folder = resolve(cwd, environment['CONFORMANCE_REPORTS_DIR'] ?? reports, '.playwright');
  const ended = begun.ended.then((all) => {
    if (all.code !== 2 && existsSync(folder)) slowly('playwright');
    return all;
  });
  return { ...begun, ended };
}

/** A process that was just started, as a command under way: what it prints is kept. */
export function running(child: ChildProcessWithoutNullStreams): Running {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const kill = (signal: NodeJS.Signals): void => {
    slowly('kill');
    child.kill(signal);
  };
  return { child, kill, ended, printed: () => stdout + stderr };
}

/** What was printed as if the terminal had no end: its sentences are broken where a line ends. */
export function unbroken(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** Runs `conformance` to its end. */
export function conformance(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  main = MAIN,
): Promise<Ended> {
  return start(args, environment, main).ended;
}

/** Runs Playwright's own command on the suite to its end. */
export function playwright(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  config = BUILT,
): Promise<Ended> {
  const own = config === BUILT ? { PW_DISABLE_TS_ESM: '1', ...environment } : environment;
  return start(['test', '--config', config, ...args], own, PLAYWRIGHT).ended;
}
