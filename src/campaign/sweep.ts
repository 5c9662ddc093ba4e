import type { Blocked, Evidence } from '../model/evidence.ts';
import type { Settings, TargetSettings } from '../settings/settings.ts';
import { readLedger } from '../target/ledger.ts';
import { type Leftover, leftoversIn } from '../target/leftovers.ts';
import { isOver } from './alive.ts';
import { EMBEDDED } from './begin.ts';
import { resume } from './campaign.ts';
import { newRun, planOf } from './plan.ts';
import { walkOf } from './session.ts';
import { initialState } from './state.ts';
import { find, remove } from './tidy.ts';
import { SWEEP } from './tidy-scenario.ts';
import type { Voice } from './voice.ts';
import { caught } from './walk.ts';

/** What became of one leftover. `there`: found, and left alone because nothing was to be changed. */
export interface Swept {
  readonly leftover: Leftover;
  readonly outcome: 'removed' | 'gone' | 'there' | 'left';
  /** Why it was left; null where it was not. */
  readonly blocked: Blocked | null;
}

/** How a sweep is told of and ended. */
export interface SweepOptions {
  readonly voice: Voice;
  readonly signal: AbortSignal;
  /** True: what would be removed is looked for, and nothing is changed. */
  readonly dryRun: boolean;
}

/** Removes what earlier runs installed at this endpoint and did not remove, by the ledger alone. */
export async function sweep(
  settings: Settings,
  target: TargetSettings,
  options: SweepOptions,
): Promise<readonly Swept[]> {
  const swept: Swept[] = [];
  for (const leftover of leftoversIn(readLedger(settings.ledger))) {
    swept.push(await sweepOne(settings, target, leftover, options));
  }
  return swept;
}

async function sweepOne(
  settings: Settings,
  target: TargetSettings,
  leftover: Leftover,
  { voice, signal, dryRun }: SweepOptions,
): Promise<Swept> {
  const { projectId, poolName, templateName } = leftover;
  const names = { projectId, poolName, templateName };
  const facts = { ...newRun(null), id: leftover.run, startedAt: leftover.at };
  // The ledger names the plug-in, whatever the settings now name: they say where, and with which credentials.
  const own = { ...settings, target: { ...target, ...names, pluginSource: 'install' } } as const;
  const plan = planOf(own, facts, EMBEDDED);
  const elsewhere = cannotBeSwept(leftover, plan.target.endpoint);
  if (elsewhere !== null) return { leftover, outcome: 'left', blocked: elsewhere };
  const earlier = { evidence: [] satisfies Evidence[], state: initialState(plan.settleTimeoutMs) };
  const session = resume(plan, { signal, voice, earlier });
  const ledger = dryRun
    ? { ...session.ledger, write: () => undefined, mayBeReplaced: () => undefined }
    : session.ledger;
  const walk = walkOf({ ...session, ledger }, SWEEP);
  let outcome: Swept['outcome'] = 'left';
  const blocked = await caught(async () => {
    const plugin = await find(walk, leftover);
    if (plugin === null) outcome = 'gone';
    else if (dryRun) outcome = 'there';
    else {
      await remove(walk, plugin);
      outcome = 'removed';
    }
  });
  return { leftover, outcome, blocked };
}

/** Why a leftover is none of this sweep's; null where it is. */
function cannotBeSwept(leftover: Leftover, here: string): Blocked | null {
  const { endpoint, at, pid } = leftover;
  if (endpoint !== here) {
    return {
      cause: `It is at another endpoint, ${endpoint}.`,
      tried: 'Nothing was sent there.',
      remedy: `Sweep again with \`MODELARTS_ENDPOINT=${endpoint}\`, armed for it and with its credentials.`,
      endsRun: false,
    };
  }
  if (!isOver(leftover)) {
    return {
      cause: `The run of ${at} that installed it may still be under way (process ${pid}).`,
      tried: 'Nothing was sent.',
      remedy: 'Sweep again once it is over.',
      endsRun: false,
    };
  }
  return null;
}
