import { removeReports } from '../../engine/report/report-files.ts';
import { lockRun } from '../../lifecycle/locks/run-locks.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { MOCK_SERVER } from '../../lifecycle/walk/mock-name.ts';
import { newRun, planOf, type RunFacts } from '../../lifecycle/walk/plan.ts';
import { createStore, removeStore, runFile } from '../../lifecycle/walk/store.ts';
import { runKey } from '../settings/run-key.ts';
import { isTerminal } from '../terminal/stream-guard.ts';
import { claim } from './claim.ts';
import { tellFault } from './fault.ts';
import type { EmbeddedMock, RunPlan, RunSuite } from './run-suite.ts';

/** Where the processes of a run share what becomes secret, encrypted. */
const SECRETS = 'secrets';

/** Where the whole texts of large bodies are until they stand in `evidence.har`. */
const WHOLE_TEXTS = 'whole-texts';

/** A run that has begun: nothing has been sent yet. */
export interface Begun {
  readonly plan: RunPlan;
  /** The embedded mock; null where a live endpoint is tested. */
  readonly mock: EmbeddedMock | null;
}

/**
 * Takes the locks of the run, removes the reports of an earlier one but for the folders that are `kept`, and starts the
 * embedded mock where it is needed. Throws BusyError where another run has the reports directory; where one has the
 * pool, the plan says so.
 */
export async function beginRun(
  settings: Settings,
  suite: RunSuite,
  say: (message: string) => void,
  kept: readonly string[] = [],
): Promise<Begun> {
  claim(settings, kept);
  const poolTaken = await lockRun(settings, say, suite.resource.words);
  let mock: EmbeddedMock | null = null;
  try {
    mock = settings.target === null ? await suite.startEmbedded(settings.deviation, MOCK_SERVER) : null;
    const facts = newRun(mock?.endpoint ?? null, { poolTaken, terminal: isTerminal() });
    createStore(settings.reportsDir, facts);
    removeReports(settings.reportsDir, kept);
    return { plan: planFor(settings, facts, suite), mock };
  } catch (error) {
    removeStore(settings.reportsDir);
    await mock?.close();
    throw error;
  }
}

/** The plan of a run under way. */
export function planFor(settings: Settings, facts: RunFacts, suite: RunSuite): RunPlan {
  const vault = { file: runFile(settings.reportsDir, SECRETS), key: runKey(), onUnwritten: tellFault };
  const wholeTexts = runFile(settings.reportsDir, WHOLE_TEXTS);
  return planOf(settings, facts, suite, { vault, wholeTexts, onFault: tellFault });
}
