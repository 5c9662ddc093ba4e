import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const stuckDeleting = {
  name: 'stuck-deleting',
  title: 'A deleted plug-in stays in `Deleting` for ever.',
  catches: 'delete.effect.gone',
  effect: (context, carryOut) => {
    const { plugin, pool } = context;
    if (!isAcceptedDelete(context) || plugin === null) return carryOut();
    pool.plugins.set(plugin.template.name, { ...plugin, goneAt: Number.POSITIVE_INFINITY });
  },
} as const satisfies Deviation;
