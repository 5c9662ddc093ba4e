import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const templateString = {
  name: 'template-string',
  title: 'The 200 of a DELETE has a string for `spec.template`.',
  catches: 'delete.200.body.spec.template',
  answer: onAccepted(setting('spec.template', 'node-local-dns')),
} as const satisfies Deviation;
