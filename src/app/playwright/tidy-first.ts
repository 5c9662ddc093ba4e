import type { Evidence } from '../../engine/model/evidence.ts';
import { tidyAfter } from '../../lifecycle/walk/campaign.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import { initialState } from '../../lifecycle/walk/state.ts';
import { forgetStored, readStore, type Stored } from '../../lifecycle/walk/store.ts';
import type { Voice } from '../../lifecycle/walk/voice.ts';

/**
 * Removes what the run installed, before anything is judged or written, and also where what the processes of the run
 * wrote down cannot be read: the ledger alone says what there is to remove. Throws afterwards where something failed.
 */
export async function tidyFirst(
  dir: string,
  plan: Plan,
  { voice, inTime }: { readonly voice: Voice; readonly inTime: AbortSignal },
): Promise<Stored & { readonly tidied: Evidence | null }> {
  const [stored, fault] = readOrNone(dir, plan);
  const state = stored.state ?? initialState(plan.settleTimeoutMs);
  const tidied = await tidyAfter(plan, { evidence: stored.evidence, state }, voice, inTime);
  if (fault !== null) throw fault;
  forgetStored(dir);
  return { ...stored, tidied };
}

function readOrNone(dir: string, plan: Plan): readonly [stored: Stored, fault: Error | null] {
  try {
    return [readStore(dir, plan.suite.resource.readItem), null];
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    return [{ evidence: [], state: null, cutOff: [] }, fault];
  }
}
