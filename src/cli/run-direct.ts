import { announce } from '../campaign/announce.ts';
import { claim } from '../campaign/claim.ts';
import { runDirect } from '../campaign/direct.ts';
import { hasFault } from '../campaign/fault.ts';
import { onInterrupt, REMOVING } from '../campaign/interrupt.ts';
import { printAnyhow } from '../campaign/standard-streams.ts';
import { tell } from '../campaign/tell.ts';
import { processVoice } from '../campaign/terminal-voice.ts';
import type { Settings } from '../settings/settings.ts';
import { exitCode } from '../verdict/exit-code.ts';

/** Runs the suite in this process, without Playwright, and gives the exit code. */
export async function runHere(settings: Settings): Promise<number> {
  claim(settings);
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), REMOVING);
  console.log(announce(settings));
  const voice = processVoice(process.stdout);
  const finished = await runDirect(settings, { voice, interrupt: interrupt.signal });
  await printAnyhow(tell(finished));
  const { verdict, interrupted } = finished.input.report;
  return exitCode({ fault: hasFault(), interrupted, verdict });
}
