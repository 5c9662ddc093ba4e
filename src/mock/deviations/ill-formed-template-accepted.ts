import { claimsDeleted, isRefusedDelete, needsEncoding } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const illFormedTemplateAccepted = {
  name: 'ill-formed-template-accepted',
  title: 'A DELETE with an ill-formed template name is answered 200.',
  catches: 'delete.400.ill-formed.template-name',
  answer: claimsDeleted(
    (context) =>
      isRefusedDelete(context, 'template-name-ill-formed') &&
      !needsEncoding(context.asked.names?.templateName ?? ''),
  ),
} as const satisfies Deviation;
