import type { Attempts, CommandLine } from '../../lifecycle/settings/settings.ts';
import { shownValue } from '../../lifecycle/settings/values.ts';

const MOST_ATTEMPTS = 5;

/** A day, in seconds. */
const LONGEST_DELAY = 86_400;

/** How long is waited before a further attempt where the command line does not say it, in seconds. */
export const DELAY = 60;

/** Reads how often a scenario is walked at most, and how long is waited between; what is wrong is added to the problems. */
export function readAttempts(
  { attempts, attemptDelay }: Pick<CommandLine, 'attempts' | 'attemptDelay'>,
  problems: string[],
): Attempts {
  const whole = (option: string, text: string, least: number, most: number, unit: string) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push(`\`${option}\` is ${shownValue(text)}; right would be ${unit} from ${least} to ${most}.`);
    return least;
  };
  const delay = whole('--attempt-delay', attemptDelay ?? String(DELAY), 0, LONGEST_DELAY, 'whole seconds');
  return {
    most: whole('--attempts', attempts ?? '1', 1, MOST_ATTEMPTS, 'a whole number'),
    delayMs: delay * 1000,
  };
}
