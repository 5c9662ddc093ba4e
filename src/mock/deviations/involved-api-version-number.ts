import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedApiVersionNumber = {
  name: 'involved-api-version-number',
  title: 'The 200 of a DELETE has a number for `involvedObject.apiVersion`.',
  catches: 'delete.200.body.status.resources.involvedObject.apiVersion',
  answer: onAccepted(setting('status.resources.0.involvedObject.apiVersion', 1)),
} as const satisfies Deviation;
