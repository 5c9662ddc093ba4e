import { lockRun } from '../../lifecycle/locks/run-locks.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { pluginsRun } from '../../suites/modelarts-plugins/run.ts';
import { haveReports } from '../pipelines/opened.ts';
import { tellPipelines } from '../pipelines/tell.ts';
import { announce } from '../run/announce.ts';
import { claim } from '../run/claim.ts';
import { runDirect } from '../run/direct.ts';
import { exitCodeNow, reportFault } from '../run/exit-code.ts';
import { hasFault } from '../run/fault.ts';
import { onInterrupt, REMOVING } from '../run/interrupt.ts';
import { isMockInstead, tellMockInstead } from '../run/mock-instead.ts';
import type { RunSuite } from '../run/run-suite.ts';
import { tell } from '../run/tell.ts';
import { printFitted } from '../terminal/print.ts';
import { printAnyhow } from '../terminal/standard-streams.ts';
import { processVoice } from '../terminal/terminal-voice.ts';

/** Runs the suite in this process, without Playwright, and gives the exit code; that of another suite where one is handed in. */
export async function runHere(settings: Settings, suite: RunSuite = pluginsRun): Promise<number> {
  claim(settings);
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), REMOVING);
  const voice = processVoice();
  // Before anything is told: what an earlier run left is told only where that one is over.
  await lockRun(settings, voice.say, suite.resource.words, true);
  haveReports(settings.reportsDir);
  printFitted(...announce(settings, suite));
  const finished = await runDirect(settings, suite, { voice, interrupt: interrupt.signal });
  const { report } = finished.input;
  // What people read stays the last.
  tellPipelines({ exitCode: exitCodeNow(settings, report), report });
  await printAnyhow(tell(finished));
  if (isMockInstead(settings, report.target.mock)) tellMockInstead();
  if (hasFault()) reportFault(settings);
  return exitCodeNow(settings, report);
}
