import type { Deviation } from '../deviation.ts';
import type { Plugin } from '../plugin.ts';
import { remove } from '../pool.ts';

/** The plug-ins that a Show found once. */
const shown = new WeakSet<Plugin>();

// Were the first Show to delete it already, its install would look as if it had never ended, or as if somebody else had
// taken it away: the suite says so, and that it could not test.
export const getDeletes = {
  name: 'get-deletes',
  title: 'A Show of a plug-in that was shown before deletes it.',
  catches: 'delete.200.status',
  effect: (context, carryOut) => {
    carryOut();
    const { asked, plugin, pool, now } = context;
    if (asked.operation !== 'ShowPlugin' || plugin === null) return;
    if (shown.has(plugin)) remove(pool, plugin.template.name, now);
    shown.add(plugin);
  },
} as const satisfies Deviation;
