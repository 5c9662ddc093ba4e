import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { stall } from '../pool.ts';

export const stuckDeleting = {
  name: 'stuck-deleting',
  title: 'A deleted plug-in stays in `Deleting` for ever.',
  catches: 'delete.effect.gone',
  effect: (context, carryOut) => {
    const { plugin, pool } = context;
    if (!isAcceptedDelete(context) || plugin === null) carryOut();
    else stall(pool, plugin.template.name);
  },
} as const satisfies Deviation;
