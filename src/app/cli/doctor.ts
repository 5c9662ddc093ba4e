import { EXIT } from '../../engine/model/verdict.ts';
import { type CommandLine, type Settings, SettingsError } from '../../lifecycle/settings/settings.ts';
import type { Check } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { claim } from '../run/claim.ts';
import { onInterrupt } from '../run/interrupt.ts';
import { readProcessSettings } from '../settings/read.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import { print } from '../terminal/print.ts';
import { processVoice } from '../terminal/terminal-voice.ts';

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
  const voice = processVoice();
  const { isWell, isMock } = await examine(settings, { voice, signal: interrupt.signal, onCheck: tell });
  if (interrupt.signal.aborted) return EXIT.interrupted;
  if (settings.live && isMock) {
    print('', 'The target is a mock, and a live endpoint was asked for.');
    return EXIT.usage;
  }
  print('', isWell ? 'A run can begin.' : 'A run could not test this endpoint.');
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
    print('', 'Nothing was sent.');
    return null;
  }
}

function tell({ name, found, remedy }: Check): void {
  const colors = terminalColors();
  const mark = remedy === null ? colors.green('✓') : colors.red('✗');
  print(`${mark} ${name.padEnd(12)} ${found}`);
  if (remedy) print(`  ${colors.dim('to do'.padEnd(12))} ${remedy}`);
}
