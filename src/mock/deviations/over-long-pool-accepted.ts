import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const overLongPoolAccepted = {
  name: 'over-long-pool-accepted',
  title: 'A DELETE with an over-long pool name is answered 200.',
  catches: 'delete.400.over-long.pool-name',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'pool-name-over-long')),
} as const satisfies Deviation;
