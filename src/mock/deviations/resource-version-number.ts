import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const resourceVersionNumber = {
  name: 'resource-version-number',
  title: 'The 200 of a DELETE has a number for `involvedObject.resourceVersion`.',
  catches: 'delete.200.body.status.resources.involvedObject.resourceVersion',
  answer: onAccepted(setting('status.resources.0.involvedObject.resourceVersion', 104211)),
} as const satisfies Deviation;
