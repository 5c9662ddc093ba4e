import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const resourcesObject = {
  name: 'resources-object',
  title: 'The 200 of a DELETE has an object for `status.resources`.',
  catches: 'delete.200.body.status.resources',
  answer: onAccepted(setting('status.resources', {})),
} as const satisfies Deviation;
