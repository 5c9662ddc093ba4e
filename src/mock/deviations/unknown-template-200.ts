import { claimsDeleted, isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const unknownTemplate200 = {
  name: 'unknown-template-200',
  title: 'A DELETE of a template that was never installed is answered 200.',
  catches: 'delete.400.unknown.template-name',
  answer: claimsDeleted(
    (context) =>
      isRefusedDelete(context, 'no-such-plugin') &&
      !context.pool.gone.has(context.asked.names?.templateName ?? ''),
  ),
} as const satisfies Deviation;
