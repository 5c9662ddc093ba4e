import { onInterrupt, REMOVING } from '../campaign/interrupt.ts';
import { EXIT } from '../model/verdict.ts';
import { readProcessSettings } from '../settings/read.ts';
import type { CommandLine, Settings } from '../settings/settings.ts';
import { checkDeviation } from './usage-error.ts';

/** Runs the suite and gives the exit code. Throws SettingsError, UsageError, WaiversError or BusyError before anything is sent. */
export async function run(commandLine: CommandLine): Promise<number> {
  const settings = readProcessSettings(commandLine);
  await checkDeviation(settings.deviation);
  if (commandLine.plan === true) {
    const { printPlan } = await import('./plan.ts');
    await printPlan(settings);
    return EXIT.ok;
  }
  if (settings.waivers !== null) await checkWaivers(settings);
  if (settings.runner === 'playwright') {
    const { runUnderPlaywright } = await import('./under-playwright.ts');
    return runUnderPlaywright(settings, commandLine);
  }
  const { runDirect } = await import('../campaign/direct.ts');
  const { announce } = await import('../campaign/announce.ts');
  const { processVoice } = await import('../campaign/terminal-voice.ts');
  const { tell } = await import('../campaign/tell.ts');
  const { exitCode } = await import('../verdict/exit-code.ts');
  const { claim } = await import('../campaign/claim.ts');
  claim(settings);
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), REMOVING);
  console.log(announce(settings));
  const voice = processVoice(process.stdout);
  const finished = await runDirect(settings, { voice, interrupt: interrupt.signal });
  console.log(tell(finished));
  const { verdict, interrupted } = finished.input.report;
  return exitCode({ fault: false, interrupted, verdict });
}

/** A run with waivers that cannot be used does not begin. */
async function checkWaivers(settings: Settings): Promise<void> {
  const { loadContract } = await import('../contract/contract.ts');
  const { loadWaivers } = await import('../campaign/waivers.ts');
  await loadWaivers(settings, await loadContract());
}
