import { type Earlier, tidyAfter } from '../campaign/campaign.ts';
import type { Plan } from '../campaign/plan.ts';
import { initialState } from '../campaign/state.ts';
import { forgetStored, readStore, storeTidied } from '../campaign/store.ts';
import { mayHaveLeft } from '../campaign/tidy.ts';
import type { Voice } from '../campaign/voice.ts';

/**
 * Removes what the run installed, before anything is judged or written, and also where what the processes of the run
 * wrote down cannot be read: the ledger alone says what there is to remove. Throws afterwards where something failed.
 */
export async function tidyFirst(dir: string, plan: Plan, voice: Voice): Promise<void> {
  if (!mayHaveLeft(plan)) return;
  const [stored, fault] = readOrNone(dir);
  const state = stored.state ?? initialState(plan.settleTimeoutMs);
  const tidied = await tidyAfter(plan, { evidence: stored.evidence, state }, voice);
  if (fault !== null) throw fault;
  if (tidied !== null) storeTidied(dir, tidied, state);
  forgetStored(dir);
}

function readOrNone(dir: string): readonly [stored: Earlier, fault: Error | null] {
  try {
    return [readStore(dir), null];
  } catch (error) {
    return [{ evidence: [], state: null }, error instanceof Error ? error : new Error(String(error))];
  }
}
