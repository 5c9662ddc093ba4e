import { announce } from '../campaign/announce.ts';
import { claim } from '../campaign/claim.ts';
import { runDirect } from '../campaign/direct.ts';
import { hasFault } from '../campaign/fault.ts';
import { onInterrupt, REMOVING } from '../campaign/interrupt.ts';
import { lockRun } from '../campaign/locks/run-locks.ts';
import { print } from '../campaign/print.ts';
import { printAnyhow } from '../campaign/standard-streams.ts';
import { tell } from '../campaign/tell.ts';
import { processVoice } from '../campaign/terminal-voice.ts';
import type { Settings } from '../settings/settings.ts';
import { exitCode } from '../verdict/exit-code.ts';
import { isMockInstead } from './mock-instead.ts';

/** Runs the suite in this process, without Playwright, and gives the exit code. */
export async function runHere(settings: Settings): Promise<number> {
  claim(settings);
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), REMOVING);
  const voice = processVoice();
  // Before anything is told: what an earlier run left is told only where that one is over.
  await lockRun(settings, voice.say, true);
  print(...announce(settings));
  const finished = await runDirect(settings, { voice, interrupt: interrupt.signal });
  await printAnyhow(tell(finished));
  const { verdict, interrupted, target } = finished.input.report;
  const mockInstead = isMockInstead(settings, target.mock);
  return exitCode({ fault: hasFault(), interrupted, mockInstead, verdict });
}
