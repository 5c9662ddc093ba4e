import { EXIT } from '../../engine/model/verdict.ts';
import { inertLine } from '../../engine/report/inert.ts';
import { BusyError } from '../../lifecycle/locks/run-locks.ts';
import { type Settings, SettingsError } from '../../lifecycle/settings/settings.ts';
import { linesOf } from '../cli/usage-error.ts';
import { keepNoColorFromWorkers, takeNoColorUp } from '../settings/colours.ts';
import { readProcessSettings } from '../settings/read.ts';
import { runKey } from '../settings/run-key.ts';
import { printError } from '../terminal/print.ts';
import { guardText, letDraw } from '../terminal/stream-guard.ts';
import { type Calling, callingOf } from './calling.ts';
import { claimFolders } from './folders.ts';
import { refuseOddArguments } from './odd-options.ts';
import { otherPlaywright } from './other-playwright.ts';
import { inertError, sentencesError } from './plain-error.ts';

/** What the configuration of Playwright rests on. */
export interface Configuration {
  readonly settings: Settings;
  readonly calling: Calling;
}

/**
 * Reads the settings wherever Playwright loads its configuration. Throws one sentence where no run may begin: so early,
 * because Playwright clears its folders before the global setup, and they may be those of another run.
 */
export function readConfiguration(): Configuration {
  const calling = callingOf(process.argv);
  const other = calling === 'worker' ? null : otherPlaywright(process.argv[1] ?? '');
  if (other !== null) {
    printError(other);
    process.exit(EXIT.usage);
  }
  if (calling === 'worker') takeNoColorUp();
  else keepNoColorFromWorkers();
  if (calling === 'worker') guardText();
  else letDraw({ commands: asksForGithub(process.argv) });
  try {
    return read(calling);
  } catch (error) {
    throw inertError(error);
  }
}

function read(calling: Calling): Configuration {
  if (calling === 'run' || calling === 'session') refuseOddArguments(process.argv.slice(2));
  try {
    const settings = readProcessSettings();
    // Drawn in the process from which all others are started.
    runKey();
    if (calling === 'run' || calling === 'session') claimFolders(settings, calling === 'session');
    return { settings, calling };
  } catch (error) {
    if (!(error instanceof BusyError) && !(error instanceof SettingsError)) throw error;
    throw sentencesError(linesOf(error).map(inertLine).join('\n'));
  }
}

/** Whether the reporter was asked for that prints commands to GitHub's agent. */
function asksForGithub(args: readonly string[]): boolean {
  return args.some((arg) => arg.split(/[=,]/).includes('github'));
}
