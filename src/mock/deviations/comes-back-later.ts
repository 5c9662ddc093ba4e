import type { Deviation } from '../deviation.ts';
import type { Plugin } from '../plugin.ts';
import { restore } from '../pool.ts';

/** How often the pool was listed since a plug-in went. */
const lists = new WeakMap<Plugin, number>();

/** The suite has seen it gone from two Lists by then. */
const LATER = 3;

export const comesBackLater = {
  name: 'comes-back-later',
  title: 'A deleted plug-in is there again when the pool is listed for the third time.',
  catches: 'delete.effect.still-gone',
  effect: ({ asked, pool }, carryOut) => {
    carryOut();
    if (asked.operation !== 'ListPlugins') return;
    for (const [name, plugin] of pool.gone) {
      const times = (lists.get(plugin) ?? 0) + 1;
      lists.set(plugin, times);
      if (times === LATER) restore(pool, name);
    }
  },
} as const satisfies Deviation;
