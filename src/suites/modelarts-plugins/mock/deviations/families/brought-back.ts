import { isAcceptedDelete, neighbourOf } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import type { Plugin } from '../../plugin.ts';
import { type Pool, restore } from '../../pool.ts';
import { badRequest } from '../../refusal.ts';

/** How many requests came since a plug-in went. */
const since = new WeakMap<Plugin, number>();

/** By then the suite has seen it gone, and is about to install the next. */
const ABOUT_TO_INSTALL = 5;

/** When, in milliseconds of the monotonic clock, a neighbour goes with the plug-in that was deleted. */
const going = new WeakMap<Pool, { readonly name: string; readonly at: number }>();

const GOES_AFTER_MS = 60;

/** What was deleted comes back around the next install, or takes a neighbour with it while it goes. */
export const broughtBack: readonly Deviation[] = [
  {
    name: 'comes-back-before-install',
    title: 'A deleted plug-in is there again, as it was, five requests later.',
    catches: 'delete.effect.still-gone',
    effect: ({ asked, pool }, carryOut) => {
      carryOut();
      for (const [name, plugin] of pool.gone) {
        if (asked.operation === 'DeletePlugin' && asked.names?.item === name) continue;
        since.set(plugin, (since.get(plugin) ?? 0) + 1);
        if (since.get(plugin) === ABOUT_TO_INSTALL) restore(pool, name);
      }
    },
  },
  {
    name: 'install-brings-back',
    title:
      'An install is answered 200 and brings the plug-in back that was deleted before, with its old time.',
    catches: 'delete.effect.still-gone',
    effect: ({ asked, pool }, carryOut) => {
      const name = asked.operation === 'CreatePlugin' ? (asked.template?.name ?? '') : '';
      if (pool.gone.has(name)) restore(pool, name);
      else carryOut();
    },
  },
  {
    name: 'install-refused-as-installed',
    title:
      'Once a plug-in was deleted, an install is refused because it is there already, though nobody sees it.',
    catches: 'delete.effect.still-gone',
    refuses: ({ asked, pool }) =>
      asked.operation === 'CreatePlugin' && pool.gone.has(asked.template?.name ?? '')
        ? badRequest('already-installed', 'The plug-in is installed already.')
        : null,
  },
  {
    name: 'deletes-neighbour-slowly',
    title: 'A DELETE that takes a while takes another plug-in of the pool with it at its end.',
    catches: 'delete.effect.neighbours',
    effect: (context, carryOut) => {
      const { pool, now } = context;
      carryOut();
      const other = isAcceptedDelete(context) ? neighbourOf(context) : undefined;
      const own = context.plugin?.template.name ?? '';
      if (other !== undefined && context.plugin !== null) {
        pool.gone.delete(own);
        pool.plugins.set(own, { ...context.plugin, goneAt: now + GOES_AFTER_MS });
        going.set(pool, { name: other.template.name, at: now + GOES_AFTER_MS });
      }
      const leaving = going.get(pool);
      if (leaving !== undefined && leaving.at <= now) pool.plugins.delete(leaving.name);
    },
  },
];
