import { UsageError } from '../cli/usage-error.ts';
import { roomForProcesses } from './open-files.ts';
import { hostOf, type ManyTargets, type ReadyTarget, type TargetsCommand } from './read-targets.ts';
import type { Limits, Scheduled } from './schedule.ts';

/** So many targets are under way at once, where nobody says more or less. */
const USUAL_JOBS = 4;

/** More processes at once than that no machine runs. */
const MOST_JOBS = 256;

/** What the command line asks for. */
export interface ManyTargetsCommand extends TargetsCommand {
  readonly jobs?: string;
}

/** A target, and what decides when its turn is. */
export interface QueuedTarget extends Scheduled {
  readonly target: ReadyTarget;
}

/** The targets in the order of their file. */
export function queuedOf({ targets }: ManyTargets): readonly QueuedTarget[] {
  return targets.map((target) => {
    const { endpoint, projectId, pool } = target.entry;
    const host = hostOf(endpoint);
    const path = new URL(endpoint).pathname.replace(/\/+$/, '');
    return { target, pool: JSON.stringify([host, path, projectId, pool]), host };
  });
}

/** How much goes on at once: no more processes than this one can listen to. */
export function limitsOf({ perHost }: ManyTargets, jobs: number): Limits {
  return { jobs: Math.min(jobs, roomForProcesses()), perHost };
}

/** As many as are under way at once. Throws a UsageError. */
export function jobsOf({ jobs }: ManyTargetsCommand): number {
  if (jobs === undefined) return USUAL_JOBS;
  const value = /^\d{1,3}$/.test(jobs) ? Number(jobs) : 0;
  if (value >= 1 && value <= MOST_JOBS) return value;
  throw new UsageError(`\`--jobs\` is \`${jobs}\`; right would be a whole number from 1 to ${MOST_JOBS}.`);
}
