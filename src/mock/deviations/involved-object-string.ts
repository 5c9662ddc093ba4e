import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedObjectString = {
  name: 'involved-object-string',
  title: 'The 200 of a DELETE has a string for `involvedObject`.',
  catches: 'delete.200.body.status.resources.involvedObject',
  answer: onAccepted(setting('status.resources.0.involvedObject', 'Deployment/node-local-dns')),
} as const satisfies Deviation;
