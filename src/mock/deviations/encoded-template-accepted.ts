import { claimsDeleted, isRefusedDelete, needsEncoding } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const encodedTemplateAccepted = {
  name: 'encoded-template-accepted',
  title: 'A DELETE with a template name that must be percent-encoded is answered 200.',
  catches: 'delete.400.encoded.template-name',
  answer: claimsDeleted(
    (context) =>
      isRefusedDelete(context, 'template-name-ill-formed') &&
      needsEncoding(context.asked.names?.templateName ?? ''),
  ),
} as const satisfies Deviation;
