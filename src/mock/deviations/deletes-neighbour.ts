import { isAcceptedDelete, neighbourOf } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const deletesNeighbour = {
  name: 'deletes-neighbour',
  title: 'A DELETE takes another plug-in of the pool with it.',
  catches: 'delete.effect.neighbours',
  effect: (context, carryOut) => {
    carryOut();
    const other = isAcceptedDelete(context) ? neighbourOf(context) : undefined;
    if (other !== undefined) context.pool.plugins.delete(other.template.name);
  },
} as const satisfies Deviation;
