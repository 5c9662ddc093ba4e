import { randomUUID } from 'node:crypto';
import { MOCK_DEFAULTS, type Mock, startMock } from '../mock/server.ts';
import { shieldTerminal } from '../record/shield.ts';
import { removeReports } from '../report/report-files.ts';
import type { Settings } from '../settings/settings.ts';
import { claim } from './claim.ts';
import { type Plan, planOf, type RunFacts } from './plan.ts';
import { createStore } from './store.ts';

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
  const facts: RunFacts = {
    id: randomUUID(),
    startedAt: new Date().toISOString(),
    mockEndpoint: mock?.endpoint ?? null,
  };
  try {
    createStore(settings.reportsDir, facts);
  } catch (error) {
    await mock?.close();
    throw error;
  }
  removeReports(settings.reportsDir);
  return { plan: planFor(settings, facts), mock };
}

/** The plan of a run under way. From then on the terminal shows none of its secrets; the embedded mock's is nobody's. */
export function planFor(settings: Settings, facts: RunFacts): Plan {
  const { projectId, poolName, templateName, tokens } = MOCK_DEFAULTS;
  const plan = planOf(settings, facts, { projectId, poolName, templateName, token: tokens[0] ?? '' });
  if (!plan.target.mock) shieldTerminal(plan.secrets.all);
  return plan;
}
