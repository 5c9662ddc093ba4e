import { suite } from '../campaign/suite.ts';
import { ruled } from '../judge/requirements.ts';
import { rules } from '../judge/rules/rules.ts';
import type { Contract } from '../model/contract.ts';
import type { Sensitivity, Trial } from '../model/sensitivity.ts';
import { type Counted, tally } from './tally.ts';

/** When the trials began, and how long they took. */
export interface Times {
  readonly startedAt: Date;
  readonly durationMs: number;
}

/** The whole report over the trials, in the order of their servers. */
export function sensitivityOf(
  contract: Contract,
  seed: number,
  trials: readonly Trial[],
  { startedAt, durationMs }: Times,
): Sensitivity {
  const { title, version, sha256 } = contract;
  return {
    seed,
    suite,
    contract: { title, version, sha256 },
    environment: { node: process.version, platform: `${process.platform} ${process.arch}` },
    startedAt: startedAt.toISOString(),
    durationMs,
    ...tally(trials, countedOf(contract)),
  };
}

function countedOf(contract: Contract): Counted {
  const all = ruled(contract);
  return {
    requirements: all.map(({ requirement }) => requirement.id),
    rules: rules.map(({ id }) => ({
      id,
      requirements: all.filter(({ rule }) => rule.id === id).map(({ requirement }) => requirement.id),
    })),
  };
}
