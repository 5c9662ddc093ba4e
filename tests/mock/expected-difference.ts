import { findDeviation } from '../../src/mock/deviations/deviations.ts';
import { scenarios } from '../../src/scenarios/scenarios.ts';
import type { Met } from './walk.ts';

/** The probes at which a deviating mock differs from the conforming one, in the order of the walk. */
export interface Difference {
  readonly answers: readonly string[];
  /** Where Show or List differ after the probe. */
  readonly pools: readonly string[];
}

const PROBES = scenarios.flatMap((scenario) => scenario.probes);
const ACCEPTED = ['delete', 'delete-with-body'];
const ILL_FORMED = ['ill-formed-pool', 'ill-formed-template', 'ill-formed-project'];

/** Those whose effect is not told by the requirement that they break. */
const SPECIAL: Readonly<Record<string, Partial<Difference>>> = {
  // What is never deleted is there when the DELETE is repeated.
  'installed-refused': { answers: [...ACCEPTED, 'repeat'], pools: [...ACCEPTED, 'repeat'] },
  'never-deleted': { answers: ['repeat'], pools: [...ACCEPTED, 'repeat'] },
  'refuses-body': { answers: ['delete-with-body', 'repeat'], pools: ['delete-with-body'] },
  'ill-formed-500': { answers: [...ILL_FORMED, 'encoded-template'] },
  // To an endpoint that accepts every unknown template, one in other letter case is unknown too.
  'unknown-template-200': { answers: ['unknown-template', 'letter-case'] },
  'case-insensitive': { answers: ['letter-case'], pools: ['letter-case'] },
  'no-token-accepted': { answers: ['no-token'], pools: ['no-token'] },
  'wrong-token-accepted': { answers: ['wrong-token'], pools: ['wrong-token'] },
  'still-shown': { pools: [...ACCEPTED, 'repeat'] },
  'still-listed': { pools: [...ACCEPTED, 'repeat'] },
  'comes-back': { pools: ['repeat'] },
  'deletes-neighbour': { pools: [...ACCEPTED, 'repeat'] },
  'changes-neighbour': { pools: [...ACCEPTED, 'repeat'] },
  'refused-yet-deleted': { pools: [...ILL_FORMED, 'encoded-template'] },
  'unauthenticated-yet-deleted': { pools: ['no-token', 'wrong-token'] },
};

/** What a deviation should change: its own row above, else what the requirement that it breaks is about. */
export function expectedDifference(name: string, conforming: ReadonlyMap<string, Met>): Difference {
  const special = SPECIAL[name];
  if (special !== undefined) return { answers: [], pools: [], ...special };
  const catches = findDeviation(name)?.catches ?? '';
  return { answers: answersOf(catches, conforming), pools: [] };
}

function answersOf(catches: string, conforming: ReadonlyMap<string, Met>): readonly string[] {
  if (catches.startsWith('delete.200.')) return ACCEPTED;
  const own = PROBES.filter((probe) => probe.requirement === catches).map((probe) => probe.id);
  if (own.length > 0) return own;
  return [...conforming].filter(([, { came }]) => came.status === 400).map(([id]) => id);
}
