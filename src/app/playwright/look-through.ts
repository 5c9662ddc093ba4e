import { atOnce, type LookedBefore, stepByStep } from '../../engine/secrets/files/scan.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import { type Leaks, removeLeaks } from '../run/leaks.ts';
import { writtenSince } from './written-since.ts';

/** The looks for secrets through what a run and Playwright's reporters wrote: what was looked through, and has not changed since, is not looked through again. */
export interface Looks {
  /** Looks through what there is so far; signals are heeded meanwhile. */
  readonly ahead: () => Promise<void>;
  /** Looks through what is left, and gives all that was found, by this look and those before. */
  readonly atOnce: () => Leaks;
}

/**
 * Opens the looks through our reports, whatever was written below the reports directory since the run began, and
 * `folders`. A file with a secret is removed; gives a sentence for each.
 */
export function openLooks(settings: Settings, plan: Plan, folders: readonly string[]): Looks {
  const before: LookedBefore = new Map();
  const [faults, unlooked] = [[] as string[], [] as string[]];
  const look = () => {
    const written = writtenSince(settings, Date.parse(plan.run.startedAt));
    return removeLeaks(settings, plan, { folders: [...folders, ...written], before });
  };
  const take = (found: Leaks) => {
    faults.push(...found.faults);
    unlooked.push(...found.unlooked);
  };
  return {
    ahead: async () => take(await stepByStep(look())),
    atOnce: () => {
      take(atOnce(look()));
      return { faults, unlooked };
    },
  };
}
