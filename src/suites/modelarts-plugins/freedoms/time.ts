import fc from 'fast-check';
import type { MockOperation } from '../mock/context.ts';
import type { Plugin } from '../mock/plugin.ts';
import { type Pool, undeleted } from '../mock/pool.ts';
import type { Doing, Freedom } from './freedom.ts';

const some = fc.integer({ min: 1, max: 150 });

/** How long an install and a removal take. */
export const time: Freedom = {
  name: 'time',
  ways: [
    { title: 'installs take a while', doing: some.map((installMs) => ({ options: { installMs } })) },
    { title: 'removals take a while', doing: some.map((removeMs) => ({ options: { removeMs } })) },
    {
      title: 'installs and removals take a while',
      doing: fc.tuple(some, some).map(([installMs, removeMs]) => ({ options: { installMs, removeMs } })),
    },
  ],
};

/** The last removal, seen for a while longer. */
function lingering(lagMs: number, operation: MockOperation): Doing {
  return {
    manner: () => ({
      sees: (installed, asked, pool) => {
        if (asked.operation !== operation) return installed;
        const since = performance.now() - lagMs;
        return [
          ...installed,
          ...undeleted(pool).filter((one) => (pool.gone.get(one.template.name)?.goneAt ?? 0) > since),
        ];
      },
    }),
  };
}

function isNew({ runningAt }: Plugin, { options }: Pool, lagMs: number): boolean {
  return runningAt - options.installMs + lagMs > performance.now();
}

/** An install, not seen for a while. */
function unseen(lagMs: number, operation: MockOperation): Doing {
  return {
    manner: () => ({
      sees: (installed, asked, pool) =>
        asked.operation === operation ? installed.filter((one) => !isNew(one, pool, lagMs)) : installed,
    }),
  };
}

/** List and Show need not know of a change at once, nor at the same time. */
export const lag: Freedom = {
  name: 'lag',
  ways: [
    { title: 'List names what Show has no longer', doing: some.map((ms) => lingering(ms, 'ListPlugins')) },
    { title: 'Show has what List names no longer', doing: some.map((ms) => lingering(ms, 'ShowPlugin')) },
    { title: 'List does not name yet what Show has', doing: some.map((ms) => unseen(ms, 'ListPlugins')) },
    { title: 'Show does not have yet what List names', doing: some.map((ms) => unseen(ms, 'ShowPlugin')) },
  ],
};
