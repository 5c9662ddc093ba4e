import { judge } from '../engine/judge/judge.ts';
import type { Evidence } from '../engine/model/evidence.ts';
import type { JudgedRequirement } from '../engine/model/report.ts';
import type { Verdict } from '../engine/model/verdict.ts';
import { concluded } from '../engine/verdict/concluded.ts';
import { ledgerInMemory } from '../lifecycle/ledger.ts';
import { ONE_ATTEMPT, type Settings } from '../lifecycle/settings/settings.ts';
import { applicable, openCampaign } from '../lifecycle/walk/campaign.ts';
import { newRun, planOf } from '../lifecycle/walk/plan.ts';
import { reportedScenarios } from '../lifecycle/walk/reported-scenarios.ts';
import { ownerOf } from '../lifecycle/walk/session.ts';
import { lineVoice } from '../lifecycle/walk/voice.ts';
import type { MockTypes } from './mock/manner.ts';
import type { Limits } from './model.ts';
import type { Tried } from './tried-suite.ts';

/** What the suite made of one server. */
export interface Attempt {
  readonly verdict: Verdict;
  /** One sentence. */
  readonly reason: string;
  readonly requirements: readonly JudgedRequirement[];
  readonly evidence: readonly Evidence[];
}

/** A run against a mock needs nothing of what is set for live ones. */
const SETTINGS: Omit<Settings, keyof Limits | 'strict'> = {
  target: null,
  deviation: null,
  runTimeoutMs: null,
  attempts: ONE_ATTEMPT,
  reportsDir: '',
  runner: 'direct',
  ledger: '',
  live: false,
  history: null,
  waivers: null,
  waiversFile: '',
  waiverMaxDays: 1,
  secrets: [],
};

/** Walks every scenario against a server that lets the mock's own credentials in, judges, and writes no file. */
export async function attempt<M extends MockTypes>(
  { suite, contract }: Tried<M>,
  endpoint: string,
  settings: Limits & { readonly strict?: boolean },
): Promise<Attempt> {
  const { strict = false } = settings;
  const plan = planOf({ ...SETTINGS, ...settings, strict }, newRun(endpoint), suite);
  const { source } = plan;
  const campaign = openCampaign(plan, {
    signal: new AbortController().signal,
    voice: lineVoice(() => undefined),
    instead: { ledger: ledgerInMemory(ownerOf(plan)) },
  });
  const evidence: Evidence[] = [];
  for (const scenario of applicable(plan)) evidence.push(await campaign.carryOut(scenario));
  const { settleTimeoutMs } = settings;
  const requirements = judge({ suite, contract, evidence, source, settleTimeoutMs });
  const reported = reportedScenarios(suite.scenarios, evidence, source);
  const manner = { strict, interrupted: false };
  const { verdict, reason } = concluded(suite, requirements, evidence, reported, manner);
  return { verdict, reason, requirements, evidence };
}
