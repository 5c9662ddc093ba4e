import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const illFormedPoolAccepted = {
  name: 'ill-formed-pool-accepted',
  title: 'A DELETE with an ill-formed pool name is answered 200.',
  catches: 'delete.400.ill-formed.pool-name',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'pool-name-ill-formed')),
} as const satisfies Deviation;
