import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const statusVersionNumber = {
  name: 'status-version-number',
  title: 'The 200 of a DELETE has a number for `status.version`.',
  catches: 'delete.200.body.status.version',
  answer: onAccepted(setting('status.version', 1.6)),
} as const satisfies Deviation;
