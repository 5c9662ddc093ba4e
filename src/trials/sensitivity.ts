import { ruled } from '../engine/judge/requirements.ts';
import type { Given } from '../engine/judge/rule.ts';
import { ENVIRONMENT, origins } from '../lifecycle/walk/origins.ts';
import type { Sensitivity, Trial } from './model.ts';
import { type Counted, tally } from './tally.ts';

/** When the trials began, and how long they took. */
export interface Times {
  readonly startedAt: Date;
  readonly durationMs: number;
}

/**
 * The trials in the order of their servers, whichever thread was faster. Throws where a server was not tried just once:
 * what is missing would not be in doubt either.
 */
export function inOrder(
  servers: readonly Pick<Trial, 'truth' | 'name'>[],
  trials: readonly Trial[],
): readonly Trial[] {
  const byServer = new Map(trials.map((trial) => [keyOf(trial), trial]));
  const keys = servers.map(keyOf);
  const found = keys.flatMap((key) => byServer.get(key) ?? []);
  if (found.length === servers.length && new Set(keys).size === trials.length) return found;
  const missing = keys.find((key) => !byServer.has(key));
  throw new Error(
    `Of ${servers.length} servers ${trials.length} trials came${missing === undefined ? '' : `; the first without one is ${missing}`}.`,
  );
}

/** The whole report over the trials, in the order of their servers. */
export function sensitivityOf(
  given: Given,
  seed: number,
  trials: readonly Trial[],
  { startedAt, durationMs }: Times,
): Sensitivity {
  return {
    seed,
    ...origins(given.contract),
    environment: ENVIRONMENT,
    startedAt: startedAt.toISOString(),
    durationMs,
    ...tally(trials, countedOf(given)),
  };
}

function keyOf({ truth, name }: Pick<Trial, 'truth' | 'name'>): string {
  return `${truth} ${name}`;
}

function countedOf(given: Given): Counted {
  const all = ruled(given);
  return {
    requirements: all.map(({ requirement }) => requirement.id),
    // A rule that the description gives nothing to judge can catch nothing either.
    rules: given.suite.rules
      .map(({ id }) => ({
        id,
        requirements: all.filter(({ rule }) => rule.id === id).map(({ requirement }) => requirement.id),
      }))
      .filter((rule) => rule.requirements.length > 0),
  };
}
