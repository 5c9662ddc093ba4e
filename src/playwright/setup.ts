import type { FullConfig } from '@playwright/test';
import { beginRun, planFor } from '../campaign/begin.ts';
import { onInterrupt, REMOVING } from '../campaign/interrupt.ts';
import { processVoice } from '../campaign/terminal-voice.ts';
import { loadContract } from '../contract/contract.ts';
import { readProcessSettings } from '../settings/read.ts';
import { tidyFirst } from './tidy-first.ts';

/** Begins the run in Playwright's main process, where the embedded mock outlives the workers; gives what ends it. */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  refuseOdd(config);
  // On SIGINT Playwright runs the teardown; on the others it ends at once; a second SIGINT it may ignore.
  onInterrupt((signal) => {
    if (signal !== 'SIGINT') process.kill(process.pid, 'SIGINT');
  }, REMOVING);
  const settings = readProcessSettings();
  // A description that cannot be used stops the run before anything is sent.
  await loadContract();
  const { plan, mock } = await beginRun(settings);
  return async () => {
    try {
      // Made anew: the workers may know secrets, and a token, that this process does not.
      await tidyFirst(settings.reportsDir, planFor(settings, plan.run), processVoice(process.stdout));
    } finally {
      await mock?.close();
    }
  };
}

/** A campaign is one walk: what would repeat, divide or overtake it is refused. */
function refuseOdd({ projects, workers, shard, fullyParallel }: FullConfig): void {
  const odd: readonly (readonly [boolean, string, string])[] = [
    [projects.some(({ retries }) => retries > 0), '--retries', 'a retry would turn a violation into "flaky"'],
    // Playwright applies this one to the projects only after the global setup.
    [isRepeated(projects), '--repeat-each', 'the scenarios build on each other'],
    [workers !== 1, '--workers', 'the scenarios build on each other'],
    [fullyParallel, '--fully-parallel', 'the scenarios build on each other'],
    [shard !== null, '--shard', 'a verdict needs the whole walk; shard over targets'],
  ];
  for (const [found, option, reason] of odd) {
    if (found) throw new Error(`\`${option}\` cannot be used here: ${reason}.`);
  }
}

function isRepeated(projects: FullConfig['projects']): boolean {
  const onCommandLine = process.argv.some((argument) => argument.startsWith('--repeat-each'));
  return onCommandLine || projects.some(({ repeatEach }) => repeatEach > 1);
}
