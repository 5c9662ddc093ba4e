import { requirements } from '../../src/engine/judge/requirements.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import type { Sensitivity, Trial } from '../../src/trials/model.ts';
import { sensitivityOf } from '../../src/trials/sensitivity.ts';
import { conforming, disturbed, trial } from '../sensitivity/trials.ts';
import { given } from '../suites/modelarts-plugins/given.ts';

/** Every deviation, caught by what it is meant for. */
export const CAUGHT = deviations.map(({ name, title, catches }) =>
  trial({ name, title, catches, failed: [catches] }),
);
/** Servers that conform and were found to. */
export const OTHERS = Array.from({ length: 300 }, (_, at) => conforming(`conforming-${at}`));

/** Every deviation is caught in place. */
export const PROVEN = [...CAUGHT, ...OTHERS, disturbed('outage-7')];

/** One of each thing that can be wrong. */
export const DOUBTFUL = [
  ...CAUGHT.slice(3),
  trial({ ...CAUGHT[0], verdict: 'conformant', failed: [] }),
  trial({ ...CAUGHT[1], deviated: 0 }),
  trial({ ...CAUGHT[2], failed: ['delete.200.status', 'delete.access.no-token'] }),
  conforming('conforming-alarmed', { verdict: 'non-conformant', failed: ['delete.200.json'] }),
  conforming('conforming-untested', { verdict: 'inconclusive' }),
  disturbed('outage-concluded', { verdict: 'conformant' }),
];

/** The report over such trials, the ids of the requirements in its order, and their sentences. */
export function reported(
  trials: readonly Trial[],
): readonly [Sensitivity, readonly string[], Readonly<Record<string, string>>] {
  const times = { startedAt: new Date(Date.UTC(2026, 0, 1)), durationMs: 41_234 };
  const all = requirements(given);
  const titles = Object.fromEntries(all.map(({ id, title }) => [id, title]));
  return [sensitivityOf(given, 7, trials, times), all.map(({ id }) => id), titles];
}
