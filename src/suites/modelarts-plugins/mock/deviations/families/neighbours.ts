import { isAcceptedDelete, neighbourOf } from '../../change.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import type { Plugin } from '../../plugin.ts';

/** What an accepted DELETE does beside its own deletion, by the name of the deviation: words for it, and how. */
const EFFECTS: Readonly<Record<string, readonly [says: string, effect: (context: Context) => void]>> = {
  'all-deleted': ['takes every plug-in of the pool with it', ({ pool }) => pool.plugins.clear()],
  'deletes-neighbour': [
    'takes another plug-in of the pool with it',
    onNeighbour((other, { pool }) => pool.plugins.delete(other.template.name)),
  ],
  'changes-neighbour': [
    'changes the inputs of another plug-in of the pool',
    replacing((other) => ({ ...other, template: { ...other.template, inputs: { reset: true } } })),
  ],
  'recreates-neighbour': [
    'installs another plug-in of the pool anew',
    replacing((other, { asked }) => ({ ...other, creationTimestamp: asked.at })),
  ],
  'upgrades-neighbour': [
    'installs another version of another plug-in of the pool',
    replacing((other) => ({ ...other, template: { ...other.template, version: '99.0.0' } })),
  ],
};

/** An accepted DELETE that reaches what it does not name. */
export const neighbours: readonly Deviation[] = Object.entries(EFFECTS).map(
  ([name, [does, effect]]): Deviation => ({
    name,
    title: `A DELETE ${does}.`,
    catches: 'delete.effect.neighbours',
    effect: (context, carryOut) => {
      carryOut();
      if (isAcceptedDelete(context)) effect(context);
    },
  }),
);

/** Does something to another plug-in of the pool; nothing where there is none. */
function onNeighbour(act: (other: Plugin, context: Context) => void): (context: Context) => void {
  return (context) => {
    const other = neighbourOf(context);
    if (other !== undefined) act(other, context);
  };
}

/** Puts something else in the place of another plug-in of the pool. */
function replacing(changed: (other: Plugin, context: Context) => Plugin): (context: Context) => void {
  return onNeighbour((other, context) => {
    context.pool.plugins.set(other.template.name, changed(other, context));
  });
}
