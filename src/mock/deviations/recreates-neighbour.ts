import { isAcceptedDelete, neighbourOf } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const recreatesNeighbour = {
  name: 'recreates-neighbour',
  title: 'A DELETE installs another plug-in of the pool anew.',
  catches: 'delete.effect.neighbours',
  effect: (context, carryOut) => {
    carryOut();
    const other = isAcceptedDelete(context) ? neighbourOf(context) : undefined;
    if (other === undefined) return;
    const { asked, pool } = context;
    pool.plugins.set(other.template.name, { ...other, creationTimestamp: asked.at });
  },
} as const satisfies Deviation;
