import { isAcceptedDelete, neighbourOf } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const upgradesNeighbour = {
  name: 'upgrades-neighbour',
  title: 'A DELETE installs another version of another plug-in of the pool.',
  catches: 'delete.effect.neighbours',
  effect: (context, carryOut) => {
    carryOut();
    const other = isAcceptedDelete(context) ? neighbourOf(context) : undefined;
    if (other === undefined) return;
    const template = { ...other.template, version: '99.0.0' };
    context.pool.plugins.set(template.name, { ...other, template });
  },
} as const satisfies Deviation;
