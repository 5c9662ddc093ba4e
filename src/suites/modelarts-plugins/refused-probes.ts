import { idOf, isToBeRefused } from '../../engine/judge/demands.ts';
import type { Names } from '../../engine/model/resource.ts';
import { scenarios } from './scenarios/scenarios.ts';

/** A probe that has to be refused, as those who answer it see it. */
export interface RefusedProbe {
  readonly id: string;
  /** Words that follow "A". */
  readonly says: string;
  /** The requirement that the status of its answer is about. */
  readonly requirement: string;
  readonly method: string;
  /** The names that it is sent with, by those of the run's own plug-in. */
  readonly names: (own: Names) => Names;
}

/** Every probe that has to be refused, in the order of the walk. */
export const refusedProbes: readonly RefusedProbe[] = scenarios
  .flatMap(({ probes }) => probes)
  .filter(isToBeRefused)
  .map(({ id, about, method, title, names }) => ({
    ...{ id, method, names },
    says: `${method} ${title}`,
    requirement: idOf(about),
  }));
