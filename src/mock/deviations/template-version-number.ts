import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const templateVersionNumber = {
  name: 'template-version-number',
  title: 'The 200 of a DELETE has a number for `spec.template.version`.',
  catches: 'delete.200.body.spec.template.version',
  answer: onAccepted(setting('spec.template.version', 1.6)),
} as const satisfies Deviation;
