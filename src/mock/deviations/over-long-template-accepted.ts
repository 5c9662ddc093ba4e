import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const overLongTemplateAccepted = {
  name: 'over-long-template-accepted',
  title: 'A DELETE with an over-long template name is answered 200.',
  catches: 'delete.400.over-long.template-name',
  answer: claimsDeleted((context) => isRefusedDelete(context, 'template-name-over-long')),
} as const satisfies Deviation;
