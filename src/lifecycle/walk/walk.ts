import { isSent, isToBeAccepted } from '../../engine/judge/demands.ts';
import type { Blocked, Evidence } from '../../engine/model/evidence.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { UnwrittenError } from '../../engine/unwritten.ts';
import { BlockedError } from './blocked.ts';
import { probeDeletion } from './deletion.ts';
import { lookAtTheEnd } from './end-of-run.ts';
import { notApplicable } from './held-back.ts';
import type { Plan } from './plan.ts';
import { probeRefusal } from './refusal.ts';
import { type Session, walkOf } from './session.ts';

/** Carries one scenario through, as far as that can be done, and gives what it recorded. */
export async function walkScenario(session: Session, scenario: Scenario, attempt = 1): Promise<Evidence> {
  const walk = walkOf(session, scenario.id, { attempt });
  walk.withheld.push(...notApplicable(scenario, walk.plan.names));
  const left = new Set(walk.withheld.map(({ probe }) => probe));
  const blocked = await caught(walk.plan, async () => {
    for (const probe of scenario.probes) {
      if (left.has(probe.id)) continue;
      if (!isSent(probe)) await lookAtTheEnd(walk, probe.id);
      else if (isToBeAccepted(probe)) await probeDeletion(walk, probe);
      else await probeRefusal(walk, scenario, probe);
    }
  });
  const { exchanges, notes, withheld } = walk;
  return { scenario: scenario.id, exchanges, notes, withheld, blocked };
}

/** Why the steps could not be carried through; null where they were. */
export async function caught(
  { onFault }: Pick<Plan, 'onFault'>,
  steps: () => Promise<void>,
): Promise<Blocked | null> {
  try {
    await steps();
    return null;
  } catch (error) {
    if (error instanceof BlockedError) return error.blocked;
    if (error instanceof UnwrittenError) return unwritten(error, onFault);
    throw error;
  }
}

/** A file that the run relies on could not be written: that is told as a fault, and ends the run. */
export function unwritten(error: UnwrittenError, onFault: Plan['onFault']): Blocked {
  onFault(error.message);
  return {
    cause: error.message,
    tried: 'Nothing more was sent but to remove what had been installed.',
    remedy: 'Make room there, or let the disk be mended, then run again.',
    endsRun: true,
    lasts: true,
  };
}
