import { idOf } from '../../src/engine/judge/demands.ts';
import { findDeviation } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { REFUSED } from '../../src/suites/modelarts-plugins/mock/deviations/families/refusals.ts';
import { scenarios } from '../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import type { Met } from './walk.ts';

/** The probes at which a deviating mock differs from the conforming one, in the order of the walk. */
export interface Difference {
  readonly answers: readonly string[];
  /** Where Show or List differ after the probe. */
  readonly pools: readonly string[];
}

const PROBES = scenarios.flatMap((scenario) => scenario.probes);
const ACCEPTED = ['delete', 'delete-with-body'];
const CREDENTIALS = ['no-token', 'wrong-token'];
const FROM_THE_FIRST = { pools: [...ACCEPTED, 'repeat'] };

/** Those whose effect is not told by the requirement that they break. */
const SPECIAL: Readonly<Record<string, Partial<Difference>>> = {
  // What is never deleted is there when the DELETE is repeated.
  'installed-refused': { answers: [...ACCEPTED, 'repeat'], ...FROM_THE_FIRST },
  'never-deleted': { answers: ['repeat'], ...FROM_THE_FIRST },
  'stuck-deleting': { answers: ['delete-with-body', 'repeat'], ...FROM_THE_FIRST },
  'turned-abnormal': { answers: ['delete-with-body', 'repeat'], ...FROM_THE_FIRST },
  'refuses-body': { answers: ['delete-with-body', 'repeat'], pools: ['delete-with-body'] },
  'status-202-with-body': { answers: ['delete-with-body'] },
  'stack-trace-401': { answers: CREDENTIALS },
  'case-insensitive': { answers: ['letter-case'], pools: ['letter-case'] },
  'prefix-matched': { answers: ['prefix'], pools: ['prefix'] },
  'blanks-trimmed': { answers: ['trailing-space'], pools: ['trailing-space'] },
  'pattern-matched': { answers: ['wildcard'], pools: ['wildcard'] },
  'pool-case-insensitive': { answers: ['pool-letter-case'], pools: ['pool-letter-case'] },
  'put-replaces': { answers: ['put-with-body'] },
  'post-recreates': { answers: ['post-with-body'] },
  'no-token-accepted': { answers: ['no-token'], pools: ['no-token'] },
  'wrong-token-accepted': { answers: ['wrong-token'], pools: ['wrong-token'] },
  'still-shown': FROM_THE_FIRST,
  'still-listed': FROM_THE_FIRST,
  'comes-back': { pools: ['repeat'] },
  'deletes-neighbour': FROM_THE_FIRST,
  'changes-neighbour': FROM_THE_FIRST,
  'recreates-neighbour': FROM_THE_FIRST,
  'upgrades-neighbour': FROM_THE_FIRST,
  'all-deleted': FROM_THE_FIRST,
};

/** The request that is refused and carried out all the same: from it on the pool is another one. */
export function refusedYet(name: string): string | null {
  const [, slug] = /^(.+)-yet-delet/.exec(name) ?? [];
  const requirement = REFUSED.find((one) => one.slug === slug)?.requirement;
  return PROBES.find((probe) => idOf(probe.about) === requirement)?.id ?? null;
}

/** What a deviation should change: its own row above, else what the requirement that it breaks is about. */
export function expectedDifference(name: string, conforming: ReadonlyMap<string, Met>): Difference {
  const special = SPECIAL[name];
  if (special !== undefined) return { answers: [], pools: [], ...special };
  const catches = findDeviation(name)?.catches ?? '';
  return { answers: answersOf(catches, conforming), pools: [] };
}

function answersOf(catches: string, conforming: ReadonlyMap<string, Met>): readonly string[] {
  if (catches.startsWith('delete.200.')) return ACCEPTED;
  const own = PROBES.filter((probe) => idOf(probe.about) === catches).map((probe) => probe.id);
  if (own.length > 0) return own;
  return [...conforming].filter(([, { came }]) => came.status === 400).map(([id]) => id);
}
