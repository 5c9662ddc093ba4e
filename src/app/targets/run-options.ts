import type { CommandLine } from '../../lifecycle/settings/settings.ts';
import { UsageError } from '../cli/usage-error.ts';

/** Throws a UsageError where a run, or its plan, was asked for that cannot be one of many targets. */
export function checkRunOptions({ mock, deviation, runner }: CommandLine): void {
  if (mock === true || deviation !== undefined)
    throw new UsageError(
      '`--targets` names endpoints, and `--mock` and `--deviation` ask for the mock; right would be one of both.',
    );
  if (runner !== undefined && runner !== 'direct')
    throw new UsageError(
      '`--runner` is `playwright`, and many targets are run by the direct runner alone; right would be `--runner direct`, or nothing.',
    );
}

/** The options of `run` that the process of each target is handed, whether it runs or plans. */
export function runOptions({ attempts, attemptDelay, live }: CommandLine): readonly string[] {
  return [
    ...['--runner', 'direct', '--ci', 'none'],
    ...(attempts === undefined ? [] : ['--attempts', attempts]),
    ...(attemptDelay === undefined ? [] : ['--attempt-delay', attemptDelay]),
    ...(live === true ? ['--live'] : []),
  ];
}
