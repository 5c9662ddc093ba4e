import { isAcceptedDelete, neighbourOf } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const changesNeighbour = {
  name: 'changes-neighbour',
  title: 'A DELETE changes the inputs of another plug-in of the pool.',
  catches: 'delete.effect.neighbours',
  effect: (context, carryOut) => {
    carryOut();
    const other = isAcceptedDelete(context) ? neighbourOf(context) : undefined;
    if (other === undefined) return;
    const template = { ...other.template, inputs: { reset: true } };
    context.pool.plugins.set(template.name, { ...other, template });
  },
} as const satisfies Deviation;
