import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const valuesObject = {
  name: 'values-object',
  title: 'The 200 of a DELETE has an object for `status.values`.',
  catches: 'delete.200.body.status.values',
  answer: onAccepted(setting('status.values', { size: 'large' })),
} as const satisfies Deviation;
