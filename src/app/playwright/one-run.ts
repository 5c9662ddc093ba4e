import type { FullConfig } from '@playwright/test';
import { EXIT } from '../../engine/model/verdict.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { lineVoice } from '../../lifecycle/walk/voice.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { haveReports, openPipelines } from '../pipelines/opened.ts';
import { tellPipelines } from '../pipelines/tell.ts';
import { announce } from '../run/announce.ts';
import { beginRun, planFor } from '../run/begin.ts';
import { exitCodeNow, reportFault } from '../run/exit-code.ts';
import { FAULT_TEXT, handOverFault, hasFault } from '../run/fault.ts';
import { onInterrupt, REMOVING } from '../run/interrupt.ts';
import { loadWaivers } from '../run/waivers.ts';
import { servicesHere } from '../settings/pipeline-services.ts';
import { readProcessSettings } from '../settings/read.ts';
import { fitted } from '../terminal/columns.ts';
import { print, printError } from '../terminal/print.ts';
import { guardStreams, printAnyhow } from '../terminal/standard-streams.ts';
import { processVoice } from '../terminal/terminal-voice.ts';
import { type Conclusion, concludeRun } from './conclude.ts';
import { handOverEnding } from './ending.ts';
import { removeTorn } from './folders.ts';
import { type Looks, openLooks } from './look-through.ts';
import { isOwnReporter } from './own-reporter.ts';
import { plainError } from './plain-error.ts';
import { openTeardown } from './teardown.ts';

/**
 * Begins the run in Playwright's main process, where the embedded mock outlives the workers, and gives its teardown.
 * That judges and writes, whichever reporters were asked for; what they wrote is looked through as the process ends.
 */
export async function beginHere(config: FullConfig): Promise<() => Promise<void>> {
  guardStreams();
  const interrupt = new AbortController();
  const teardown = openTeardown();
  onInterrupt((signal) => {
    interrupt.abort();
    teardown.endTests(signal);
  }, REMOVING);
  const settings = readProcessSettings();
  // A description, or waivers, that cannot be used stop the run before anything is sent.
  const contract = await pluginsRun.loadContract();
  await loadWaivers(settings, { suite: pluginsRun, contract }, dayOf(new Date().toISOString()));
  // Another reporter has standard output for itself, and may write after ours.
  const hasOwn = isOwnReporter(config.reporter.at(-1));
  const on = hasOwn ? 'stdout' : 'stderr';
  const say = hasOwn ? print : printError;
  const voice = hasOwn ? processVoice() : lineVoice(printError);
  // Where no command of ours has said it already.
  openPipelines(servicesHere([]));
  const { plan: begun, mock } = await beginRun(settings, pluginsRun, say);
  haveReports(settings.reportsDir);
  say(...announce(settings, pluginsRun).flatMap(fitted));

  const outputDirs = config.projects.map(({ outputDir }) => outputDir);
  let looks: Looks | null = null;
  let conclusion: Conclusion | null = null;
  let printed: Promise<void> = Promise.resolve();
  const end = once(() => {
    removeTorn(settings.reportsDir);
    const { faults, unlooked } = looks?.atOnce() ?? { faults: [], unlooked: [] };
    printError(...unlooked);
    if (faults.length > 0 || hasFault()) reportFault(settings);
    if (faults.length === 0) {
      const report = conclusion?.report ?? null;
      // What people read stays the last.
      if (report !== null) tellPipelines({ exitCode: exitCodeNow(settings, report), report }, on);
      const told = conclusion?.tell() ?? '';
      if (told !== '' && hasOwn) printed = printAnyhow(told);
      else if (told !== '') say(...told.split('\n'));
      return conclusion?.holds === true && !hasFault();
    }
    printError(...faults, FAULT_TEXT);
    handOverFault();
    // What a report says that held a secret, or stood beside what did, is handed to nobody.
    tellPipelines({ exitCode: EXIT.fault, report: null }, on);
    return false;
  });
  // Before whoever makes the exit code of what ended.
  process.prependListener('exit', (code) => {
    if (!end() && code === 0) process.exitCode = 1;
  });
  handOverEnding({
    problem: () => conclusion?.problem ?? null,
    look: async () => (hasOwn ? looks?.ahead() : undefined),
    end: hasOwn ? end : () => true,
    printed: () => printed,
  });

  const conclude = async () => {
    // Made anew: the workers may know secrets, and a token, that this process does not.
    const plan = planFor(settings, begun.run, pluginsRun);
    looks = openLooks(settings, plan, outputDirs);
    conclusion = await concludeRun(
      settings,
      { plan, mock },
      { contract, voice, interrupt: interrupt.signal },
    );
    await looks.ahead();
    if (conclusion.problem !== null) throw plainError(conclusion.problem);
  };
  return () => teardown.carryThrough(conclude);
}

function once<T>(call: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: call() };
    return made.value;
  };
}
