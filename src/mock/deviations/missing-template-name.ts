import { onAccepted, removing } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const missingTemplateName = {
  name: 'missing-template-name',
  title: 'The 200 of a DELETE has no `spec.template.name`.',
  catches: 'delete.200.body.spec.template.name',
  answer: onAccepted(removing('spec.template.name')),
} as const satisfies Deviation;
