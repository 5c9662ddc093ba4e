import { didYouMean } from '../../engine/nearest.ts';
import { NO_SERVICE } from '../settings/pipeline-services.ts';

/** An argument is wrong: one sentence that says what was found and what would be right, and lines to copy, if any. */
export class UsageError extends Error {
  readonly problems: readonly string[];

  constructor(message: string, ...lines: readonly string[]) {
    super(message);
    this.name = 'UsageError';
    this.problems = [message, ...lines];
  }
}

/** Errors of a user's own input, by name: their classes are loaded only where they are thrown. */
const USAGE_ERRORS: readonly string[] = [
  'UsageError',
  'SettingsError',
  'WaiversError',
  'BusyError',
  'KeyError',
  'RecordingError',
];

/** Whether something the user gave is wrong: a setting, an argument, a file. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && USAGE_ERRORS.includes(error.name);
}

/** Throws a UsageError unless the mock has this deviation; null stands for none. */
export async function checkDeviation(name: string | null): Promise<void> {
  if (name === null) return;
  const { deviationNames } = await import('../../suites/modelarts-plugins/mock/deviations/deviations.ts');
  if (deviationNames.includes(name)) return;
  throw new UsageError(
    `\`--deviation\` is \`${name}\`, which the mock does not have${didYouMean(name, deviationNames) || '; `conformance mock --list` shows those it has.'}`,
  );
}

/** Throws a UsageError where `--ci` names a service: which one it is says the environment. */
export function checkService(given: string | undefined): void {
  if (given === undefined || given === NO_SERVICE) return;
  throw new UsageError(
    `\`--ci\` is \`${given}\`${didYouMean(given, [NO_SERVICE]) || `; right would be \`${NO_SERVICE}\`, or nothing: the service is known by its variables.`}`,
  );
}

/** What is told of an error: a line for each setting that is wrong, of all else one. */
export function linesOf(error: Error): readonly string[] {
  return 'problems' in error && Array.isArray(error.problems) ? error.problems : [error.message];
}
