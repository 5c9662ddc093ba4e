import { dayOf } from '../../engine/verdict/days.ts';
import type { CommandLine, Settings } from '../../lifecycle/settings/settings.ts';
import { readProcessSettings } from '../settings/read.ts';
import { checkDeviation } from './usage-error.ts';

/** Runs the suite and gives the exit code. Throws SettingsError, UsageError, WaiversError or BusyError before anything is sent. */
export async function run(commandLine: CommandLine): Promise<number> {
  const settings = readProcessSettings(commandLine);
  await checkDeviation(settings.deviation);
  if (settings.waivers !== null) await checkWaivers(settings);
  if (settings.runner === 'playwright') {
    const { runUnderPlaywright } = await import('./under-playwright.ts');
    return runUnderPlaywright(settings, commandLine);
  }
  const { loadCompiled } = await import('./compiled.ts');
  return loadCompiled().loaded.runHere(settings);
}

/** A run with waivers that cannot be used does not begin. */
async function checkWaivers(settings: Settings): Promise<void> {
  const { pluginsContract } = await import('../../suites/modelarts-plugins/load.ts');
  const { modelartsPlugins } = await import('../../suites/modelarts-plugins/suite.ts');
  const { loadWaivers } = await import('../run/waivers.ts');
  const given = { suite: modelartsPlugins, contract: await pluginsContract() };
  await loadWaivers(settings, given, dayOf(new Date().toISOString()));
}
