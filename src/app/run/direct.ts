import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import { stepByStep } from '../../engine/secrets/files/scan.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { applicable, openCampaign, tidyAfter } from '../../lifecycle/walk/campaign.ts';
import { initialState, type State } from '../../lifecycle/walk/state.ts';
import { removeStore } from '../../lifecycle/walk/store.ts';
import type { Voice } from '../../lifecycle/walk/voice.ts';
import { type Begun, beginRun } from './begin.ts';
import { openDeadline, tidyingTime } from './deadline.ts';
import { reportFault } from './exit-code.ts';
import { type Finished, finishRun } from './finish.ts';
import { inconclusiveBy } from './inconclusive.ts';
import { LeakError, removeLeaks } from './leaks.ts';
import type { RunSuite } from './run-suite.ts';

/** How a run in this process is told of and ended. */
export interface DirectOptions {
  readonly voice: Voice;
  /** Ends the scenarios; what was installed is still removed. */
  readonly interrupt: AbortSignal;
}

/** Runs every scenario in this process, without Playwright, and writes the reports. Throws a LeakError where one held a secret. */
export async function runDirect(
  settings: Settings,
  suite: RunSuite,
  options: DirectOptions,
): Promise<Finished> {
  const contract = await suite.loadContract();
  const begun = await beginRun(settings, suite, options.voice.say);
  const look = async () => {
    const { faults, unlooked } = await stepByStep(removeLeaks(settings, begun.plan));
    for (const sentence of unlooked) options.voice.say(sentence);
    return faults;
  };
  const finished = await carryThrough(settings, options, begun, contract).catch(async (error: unknown) => {
    // Also what a run wrote that failed.
    for (const leak of await look()) options.voice.say(leak);
    throw error;
  });
  const leaks = await look();
  if (leaks.length > 0) {
    reportFault(settings);
    throw new LeakError(leaks);
  }
  return finished;
}

async function carryThrough(
  settings: Settings,
  options: DirectOptions,
  begun: Begun,
  contract: Contract,
): Promise<Finished> {
  try {
    const walked = await walkAll(settings, begun, options, contract);
    const interrupted = options.interrupt.aborted;
    return await finishRun(settings, begun.plan, { contract, ...walked, interrupted });
  } finally {
    removeStore(settings.reportsDir);
    await begun.mock?.close();
  }
}

async function walkAll(
  settings: Settings,
  { plan }: Begun,
  { voice, interrupt }: DirectOptions,
  contract: Contract,
) {
  const evidence: Evidence[] = [];
  let state: State = initialState(plan.settleTimeoutMs);
  let tidied: Evidence | null = null;
  const deadline = openDeadline(settings, plan, interrupt);
  try {
    const campaign = openCampaign(plan, {
      ...{ signal: deadline.signal, voice },
      inconclusive: inconclusiveBy(plan, contract),
    });
    state = campaign.state;
    for (const scenario of applicable(plan)) {
      if (!campaign.hasEnded()) voice.say(`· ${scenario.title}`);
      evidence.push(await campaign.carryOut(scenario));
    }
  } finally {
    deadline.close();
    // Also where the suite itself failed: nothing that it installed stays behind.
    const signal = await tidyingTime(settings, plan);
    tidied = await tidyAfter(plan, { evidence, state }, voice, signal);
  }
  return { evidence, tidied };
}
