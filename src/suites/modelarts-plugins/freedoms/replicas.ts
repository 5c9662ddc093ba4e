import fc from 'fast-check';
import { undeleted } from '../mock/pool.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Reads from several replicas, of which one is behind for a while. */
export const replicas: Freedom = {
  name: 'replicas',
  rare: true,
  ways: [
    {
      title: 'Show flaps for a while once the plug-in is gone',
      doing: fc.integer({ min: 20, max: 300 }).map(
        (forMs): Doing => ({
          manner: () => {
            let shows = 0;
            return {
              sees: (installed, asked, pool) => {
                if (asked.operation !== 'ShowPlugin') return installed;
                shows += 1;
                const since = performance.now() - forMs;
                const lately = undeleted(pool).filter(
                  ({ template }) => (pool.gone.get(template.name)?.goneAt ?? 0) > since,
                );
                return shows % 2 === 0 ? [...installed, ...lately] : installed;
              },
            };
          },
        }),
      ),
      // Whoever gets no answer while it flaps sees what nobody can explain.
      without: ['lag', 'trouble', 'near-names'],
    },
  ],
};
