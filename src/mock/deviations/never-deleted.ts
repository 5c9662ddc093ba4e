import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const neverDeleted = {
  name: 'never-deleted',
  title: 'A DELETE is answered 200 and deletes nothing.',
  catches: 'delete.effect.gone',
  effect: (context, carryOut) => {
    if (!isAcceptedDelete(context)) carryOut();
  },
} as const satisfies Deviation;
