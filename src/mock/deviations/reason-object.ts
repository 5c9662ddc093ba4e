import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const reasonObject = {
  name: 'reason-object',
  title: 'The 200 of a DELETE has an object for `status.reason`.',
  catches: 'delete.200.body.status.reason',
  answer: onAccepted(setting('status.reason', { code: 0 })),
} as const satisfies Deviation;
