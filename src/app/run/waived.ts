import type { Given } from '../../engine/judge/rule.ts';
import type { JudgedRequirement, Report, Target } from '../../engine/model/report.ts';
import type { Waiver, WaiversToLookAfter } from '../../engine/model/waiver.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { applyWaivers, onDay, type WaivedPlace, waiversFor } from '../../engine/verdict/waivers.ts';
import { notesOfWaivers, waiversToLookAfter } from '../../engine/verdict/waivers-to-look-after.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import type { RunPlan } from './run-suite.ts';
import { loadWaivers } from './waivers.ts';

/** The waivers that are for the target of a run, and what they are applied by. */
export interface WaiversOfRun {
  readonly here: readonly Waiver[];
  readonly place: WaivedPlace;
  /** The day on which the run began, in UTC. */
  readonly today: string;
}

/** What waivers make of the requirements of a run. */
export interface Waived {
  readonly requirements: readonly JudgedRequirement[];
  /** Null where the run has none that are for its target. */
  readonly waivers: WaiversToLookAfter | null;
  /** What the reader is told of them. */
  readonly notes: Report['notes'];
}

/** The waivers of the settings' file that are for the target of a run. Throws a WaiversError. */
export async function waiversOfRun(
  settings: Pick<Settings, 'waivers' | 'waiverMaxDays' | 'strict'>,
  { target, run }: Pick<RunPlan, 'target' | 'run'>,
  given: Given,
): Promise<WaiversOfRun> {
  const { strict } = settings;
  const today = dayOf(run.startedAt);
  return waiversAt(await loadWaivers(settings, given, today), { target, strict, today });
}

/** Those among all that are for the target of a run. */
export function waiversAt(
  all: readonly Waiver[],
  { target, strict, today }: { readonly target: Target; readonly strict: boolean; readonly today: string },
): WaiversOfRun {
  const place = { host: new URL(target.endpoint).host, collection: target.collection, strict };
  return { here: waiversFor(all, place), place, today };
}

/** Applies them. */
export function waived({ here, place, today }: WaiversOfRun, judged: readonly JudgedRequirement[]): Waived {
  if (here.length === 0) return { requirements: judged, waivers: null, notes: [] };
  const requirements = applyWaivers(judged, onDay(here, today).valid, place);
  const waivers = waiversToLookAfter(requirements, here, today);
  return { requirements, waivers, notes: notesOfWaivers(waivers, today) };
}
