import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { remove } from '../pool.ts';

export const refusedYetDeleted = {
  name: 'refused-yet-deleted',
  title: 'A DELETE with an ill-formed name is answered 400 and deletes the installed plug-in.',
  catches: 'delete.effect.refused-unchanged',
  effect: (context, carryOut) => {
    carryOut();
    if (
      isRefusedDelete(context, 'pool-name-ill-formed', 'template-name-ill-formed', 'project-id-ill-formed')
    ) {
      remove(context.pool, context.pool.options.templateName, context.now);
    }
  },
} as const satisfies Deviation;
