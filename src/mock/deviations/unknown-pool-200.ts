import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const unknownPool200 = {
  name: 'unknown-pool-200',
  title: 'A DELETE in a pool that does not exist is answered 200.',
  catches: 'delete.400.unknown.pool-name',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'no-such-pool')),
} as const satisfies Deviation;
