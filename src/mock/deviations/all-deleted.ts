import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const allDeleted = {
  name: 'all-deleted',
  title: 'A DELETE takes every plug-in of the pool with it.',
  catches: 'delete.effect.neighbours',
  effect: (context, carryOut) => {
    carryOut();
    if (isAcceptedDelete(context)) context.pool.plugins.clear();
  },
} as const satisfies Deviation;
