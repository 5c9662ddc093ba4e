import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const illFormedProjectAccepted = {
  name: 'ill-formed-project-accepted',
  title: 'A DELETE with an ill-formed project ID is answered 200.',
  catches: 'delete.400.ill-formed.project-id',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'project-id-ill-formed')),
} as const satisfies Deviation;
