import { claim } from '../campaign/claim.ts';
import type { Check } from '../campaign/doctor/check.ts';
import { examine } from '../campaign/doctor/examine.ts';
import { onInterrupt } from '../campaign/interrupt.ts';
import { processVoice } from '../campaign/terminal-voice.ts';
import { EXIT } from '../model/verdict.ts';
import { visible } from '../report/inert.ts';
import { coloursFor } from '../settings/colours.ts';
import { readProcessSettings } from '../settings/read.ts';
import { type CommandLine, type Settings, SettingsError } from '../settings/settings.ts';

/** Says of everything that a run needs what was found and how to mend it; sends nothing that changes the target. Gives the exit code. */
export async function doctor(commandLine: Pick<CommandLine, 'live'>): Promise<number> {
  const settings = settingsOrNull(commandLine);
  if (settings === null) return EXIT.usage;
  const { target } = settings;
  if (target === null) {
    tell({ name: 'settings', found: 'no endpoint is set: a run tests the embedded mock', remedy: null });
    return EXIT.ok;
  }
  const found = `${target.endpoint}, armed for this host; reports go to ${settings.reportsDir}`;
  tell({ name: 'settings', found, remedy: null });
  const interrupt = new AbortController();
  onInterrupt(() => interrupt.abort(), 'Interrupted.');
  const voice = processVoice(process.stdout);
  const { isWell, isMock } = await examine(settings, { voice, signal: interrupt.signal, onCheck: tell });
  if (interrupt.signal.aborted) return EXIT.interrupted;
  if (settings.live && isMock) {
    console.log('\nThe target is a mock, and a live endpoint was asked for.');
    return EXIT.usage;
  }
  console.log(isWell ? '\nA run can begin.' : '\nA run could not test this endpoint.');
  return isWell ? EXIT.ok : EXIT.inconclusive;
}

function settingsOrNull(commandLine: CommandLine): Settings | null {
  try {
    const settings = readProcessSettings(commandLine);
    claim(settings);
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) tell({ name: 'settings', found: problem, remedy: '' });
    console.log('\nNothing was sent.');
    return null;
  }
}

function tell({ name, found, remedy }: Check): void {
  const colors = coloursFor(process.stdout);
  const mark = remedy === null ? colors.green('✓') : colors.red('✗');
  console.log(`${mark} ${name.padEnd(12)} ${visible(found)}`);
  if (remedy) console.log(`  ${colors.dim('to do'.padEnd(12))} ${visible(remedy)}`);
}
