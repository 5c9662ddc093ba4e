import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { remove } from '../pool.ts';

export const unauthenticatedYetDeleted = {
  name: 'unauthenticated-yet-deleted',
  title: 'A DELETE without valid credentials is answered 401 and deletes the plug-in.',
  catches: 'delete.effect.refused-unchanged',
  effect: (context, carryOut) => {
    carryOut();
    if (isRefusedDelete(context, 'no-token', 'wrong-token')) {
      remove(context.pool, context.asked.names?.templateName ?? '', context.now);
    }
  },
} as const satisfies Deviation;
