import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const requestsArray = {
  name: 'requests-array',
  title: 'The 200 of a DELETE has an array for `requests`.',
  catches: 'delete.200.body.status.resources.requests',
  answer: onAccepted(setting('status.resources.0.requests', ['cpu=250m'])),
} as const satisfies Deviation;
