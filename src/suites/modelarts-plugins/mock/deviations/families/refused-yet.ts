import { neighbourOf } from '../../change.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { remove, stall } from '../../pool.ts';
import { REFUSED } from './refusals.ts';

/** What a request does although it is refused as it should be, and words for it. */
const EFFECTS: Readonly<Record<string, readonly [says: string, effect: (context: Context) => void]>> = {
  deleted: ['deletes the installed plug-in', ({ pool, now }) => remove(pool, pool.options.templateName, now)],
  deleting: [
    'leaves the installed plug-in in `Deleting`',
    ({ pool }) => stall(pool, pool.options.templateName),
  ],
  'deleted-neighbour': [
    'deletes another plug-in of the pool',
    (context) => {
      const other = neighbourOf({
        ...context,
        plugin: context.pool.plugins.get(context.pool.options.templateName) ?? null,
      });
      if (other !== undefined) context.pool.plugins.delete(other.template.name);
    },
  ],
};

/** Every request that has to be refused, refused, and carried out all the same. */
export const refusedYet: readonly Deviation[] = REFUSED.flatMap(({ slug, says, is }) =>
  Object.entries(EFFECTS)
    // Once the plug-in is gone there is none to be deleted.
    .filter(([name]) => slug !== 'repeat' || name === 'deleted-neighbour')
    .map(
      ([name, [does, effect]]): Deviation => ({
        name: `${slug}-yet-${name}`,
        title: `A ${says} is refused and ${does}.`,
        catches: 'delete.effect.refused-unchanged',
        effect: (context, carryOut) => {
          carryOut();
          if (is(context)) effect(context);
        },
      }),
    ),
);
