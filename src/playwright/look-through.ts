import { removeLeaks } from '../campaign/leaks.ts';
import type { Plan } from '../campaign/plan.ts';
import type { Settings } from '../settings/settings.ts';
import { writtenSince } from './written-since.ts';

/**
 * Looks for secrets through what a run and Playwright's reporters wrote: our reports, whatever was written below the
 * reports directory since the run began, and `folders`. A file with one is removed; gives a sentence for each.
 */
export function lookThrough(settings: Settings, plan: Plan, folders: readonly string[]): readonly string[] {
  const written = writtenSince(settings, Date.parse(plan.run.startedAt));
  return removeLeaks(settings, plan, [...folders, ...written]);
}
