import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const overLongProjectAccepted = {
  name: 'over-long-project-accepted',
  title: 'A DELETE with an over-long project ID is answered 200.',
  catches: 'delete.400.over-long.project-id',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'project-id-over-long')),
} as const satisfies Deviation;
