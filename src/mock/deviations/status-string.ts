import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const statusString = {
  name: 'status-string',
  title: 'The 200 of a DELETE has a string for `status`.',
  catches: 'delete.200.body.status',
  answer: onAccepted(setting('status', 'Running')),
} as const satisfies Deviation;
