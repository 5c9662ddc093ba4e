import { isAcceptedDelete, isRefusedDelete, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import type { Plugin } from '../../plugin.ts';
import { remove, restore, stall, undeleted } from '../../pool.ts';

/** How often the pool was listed since a plug-in went. */
const lists = new WeakMap<Plugin, number>();

/** The suite has seen it gone from two Lists by then. */
const LATER = 3;

/** The plug-ins that a Show found once. */
const shown = new WeakSet<Plugin>();

/** The plug-in stays, and is said to be on its way out. */
const stalling: NonNullable<Deviation['effect']> = (context, carryOut) => {
  const { plugin, pool } = context;
  if (!isAcceptedDelete(context) || plugin === null) carryOut();
  else stall(pool, plugin.template.name);
};

/** The plug-in that was deleted does not go, is still seen, or comes back; and one that goes although nobody deleted it. */
export const deletions: readonly Deviation[] = [
  {
    name: 'never-deleted',
    title: 'A DELETE is answered 200 and deletes nothing.',
    catches: 'delete.effect.gone',
    effect: (context, carryOut) => {
      if (!isAcceptedDelete(context)) carryOut();
    },
  },
  {
    name: 'stuck-deleting',
    title: 'A deleted plug-in stays in `Deleting` for ever.',
    catches: 'delete.effect.gone',
    effect: stalling,
  },
  {
    name: 'turned-abnormal',
    title: 'A deleted plug-in stays in the pool and turns `Abnormal`.',
    catches: 'delete.effect.gone',
    effect: stalling,
    answer: (answer, context) =>
      context.asked.operation === 'ShowPlugin' && (context.plugin?.goneAt ?? null) !== null
        ? setting('status.phase', 'Abnormal')(answer, context)
        : answer,
  },
  {
    name: 'still-shown',
    title: 'A deleted plug-in is gone from List, and Show still finds it.',
    catches: 'delete.effect.gone',
    sees: (installed, asked, pool) =>
      asked.operation === 'ShowPlugin' ? [...installed, ...undeleted(pool)] : installed,
  },
  {
    name: 'still-listed',
    title: 'A deleted plug-in is gone from Show, and List still names it.',
    catches: 'delete.effect.unlisted',
    sees: (installed, asked, pool) =>
      asked.operation === 'ListPlugins' ? [...installed, ...undeleted(pool)] : installed,
  },
  {
    name: 'comes-back',
    title: 'A deleted plug-in is there again once a repeated DELETE of it was refused.',
    catches: 'delete.effect.still-gone',
    effect: (context, carryOut) => {
      carryOut();
      if (isRefusedDelete(context, 'no-such-plugin')) {
        restore(context.pool, context.asked.names?.item ?? '');
      }
    },
  },
  {
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
  },
  // Were the first Show to delete it already, its install would look as if it had never ended, or as if somebody else
  // had taken it away: the suite says so, and that it could not test.
  {
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
  },
];
