import { MOCK_DEFAULTS, type Mock, startMock } from '../mock/server.ts';
import { removeReports } from '../report/report-files.ts';
import { runKey } from '../settings/run-key.ts';
import type { Settings } from '../settings/settings.ts';
import { claim } from './claim.ts';
import { type MockTarget, newRun, type Plan, planOf, type RunFacts } from './plan.ts';
import { createStore, runFile } from './store.ts';

/** Where the processes of a run share what becomes secret, encrypted. */
const SECRETS = 'secrets';

/** Where the whole texts of large bodies are until they stand in `evidence.har`. */
const WHOLE_TEXTS = 'whole-texts';

const { projectId, poolName, templateName, tokens } = MOCK_DEFAULTS;

/** How the embedded mock is addressed. */
export const EMBEDDED: MockTarget = { projectId, poolName, templateName, token: tokens[0] ?? '' };

/** A run that has begun: nothing has been sent yet. */
export interface Begun {
  readonly plan: Plan;
  /** The embedded mock; null where a live endpoint is tested. */
  readonly mock: Mock | null;
}

/** Claims the reports directory, removes the reports of an earlier run, and starts the embedded mock where it is needed. */
export async function beginRun(settings: Settings): Promise<Begun> {
  claim(settings);
  const mock = settings.target === null ? await startMock({ deviation: settings.deviation }) : null;
  const facts = newRun(mock?.endpoint ?? null);
  try {
    createStore(settings.reportsDir, facts);
  } catch (error) {
    await mock?.close();
    throw error;
  }
  removeReports(settings.reportsDir);
  return { plan: planFor(settings, facts), mock };
}

/** The plan of a run under way. */
export function planFor(settings: Settings, facts: RunFacts): Plan {
  const vault = { file: runFile(settings.reportsDir, SECRETS), key: runKey() };
  const wholeTexts = runFile(settings.reportsDir, WHOLE_TEXTS);
  return planOf(settings, facts, EMBEDDED, { vault, wholeTexts });
}
