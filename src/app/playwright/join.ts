import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { readFacts } from '../../lifecycle/walk/store.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { announce } from '../run/announce.ts';
import { unforcedEnvironment } from '../settings/colours.ts';
import { print, printFitted } from '../terminal/print.ts';
import { dial, LEAVE_MS, type Line, readKeeper } from './kept.ts';
import { isOwnReporterIn } from './own-reporter.ts';
import { plainError } from './plain-error.ts';

const KEEPER = fileURLToPath(new URL('dist/playwright/keeper.cjs', PACKAGE_ROOT));

/**
 * Takes the run up that is under way in this session of Playwright, and begins one where there is none. Gives the line
 * to its keeper; null where the main process has begun the run and ends it. Throws what keeps a run from beginning.
 */
export async function joinRun(settings: Settings, testInfo: TestInfo): Promise<Line | null> {
  if (readFacts(settings.reportsDir)?.pid === process.ppid) return null;
  const startMs = process.uptime() * 1000;
  const join = async () => {
    const keeper = readKeeper(settings.reportsDir, process.ppid);
    const line = keeper === null ? null : await dial(keeper);
    const answer = await line?.ask({ join: testInfo.title, startMs });
    if (answer?.joined === true) return line;
    line?.hangUp();
    return null;
  };
  const line = await join();
  if (line !== null) return line;
  await startKeeper(testInfo.project.outputDir);
  printFitted(...announce(settings, pluginsRun));
  const begun = await join();
  if (begun === null) throw new Error('The run that was begun cannot be reached.');
  return begun;
}

/**
 * Leaves the run once what is under way has come to its end. Our reporter, where it is one of those that were asked
 * for, ends the run after its last test; else it ends with a worker whose last test did not fail, for no other follows.
 */
export async function leaveRun(
  line: Line,
  { config, status }: TestInfo,
  underWay: Promise<void>,
): Promise<void> {
  await Promise.race([underWay, setTimeout(LEAVE_MS, undefined, { ref: false })]);
  const isFollowed = status === 'failed' || status === 'timedOut';
  const answer =
    isFollowed || isOwnReporterIn(config)
      ? null
      : await line.ask({ end: status === 'interrupted' ? 'stopped' : 'over' });
  line.hangUp();
  if (answer === null || answer.ended === null) return;
  print(...answer.ended.told.split('\n'));
  if (answer.ended.problem !== null) throw plainError(answer.ended.problem);
}

/** Starts the process that keeps a run for this session; it outlives this worker. */
async function startKeeper(outputDir: string): Promise<void> {
  const child = fork(KEEPER, [String(process.ppid), outputDir], {
    // A Ctrl-C is not for it: it ends the run once the workers have gone.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // What it tells is told by others.
    env: unforcedEnvironment(),
    // A debugger of this process is none of its own.
    execArgv: [],
  });
  const ended = once(child, 'exit').then(([code]) => [`The run could not begin: exit code ${code}.`]);
  // Sent by the keeper: null, or the sentence that says why no run begins.
  const [problem] = (await Promise.race([once(child, 'message'), ended])) as [string | null];
  if (child.connected) child.disconnect();
  child.unref();
  if (problem !== null) throw plainError(problem);
}
