import type { Evidence } from '../../engine/model/evidence.ts';
import { ledgerInMemory } from '../../lifecycle/ledger.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { applicable, openCampaign } from '../../lifecycle/walk/campaign.ts';
import { MOCK_SHOWN, newRun, planOf } from '../../lifecycle/walk/plan.ts';
import { ownerOf } from '../../lifecycle/walk/session.ts';
import type { RunPlan, RunSuite } from './run-suite.ts';

/** What a run would send, if the endpoint conforms. */
export interface Rehearsed {
  readonly plan: RunPlan;
  /** Of each scenario, in the order of the walk; the answers are the mock's. */
  readonly evidence: readonly Evidence[];
  /** How many settle times its waits may take together. */
  readonly settleTimes: number;
}

/** The settle time of a rehearsal, in milliseconds: nothing takes time there but the pauses that follow from it. */
const REHEARSED_MS = 1000;

/** Walks through the scenarios of these settings without sending anything: the suite's mock answers in this process. */
export async function rehearse(settings: Settings, suite: RunSuite): Promise<Rehearsed> {
  const quick = { ...settings, settleTimeoutMs: REHEARSED_MS };
  const plan = planOf(quick, newRun(MOCK_SHOWN), suite);
  let waitsMs = 0;
  const voice = {
    say: () => undefined,
    waiting: (_: string, limitMs: number) => {
      waitsMs += limitMs;
      return () => undefined;
    },
  };
  const campaign = openCampaign(plan, {
    signal: new AbortController().signal,
    voice,
    instead: { record: suite.answering(plan), ledger: ledgerInMemory(ownerOf(plan)) },
  });
  const evidence: Evidence[] = [];
  for (const scenario of applicable(plan)) evidence.push(await campaign.carryOut(scenario));
  return { plan, evidence, settleTimes: waitsMs / REHEARSED_MS };
}
