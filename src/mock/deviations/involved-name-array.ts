import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedNameArray = {
  name: 'involved-name-array',
  title: 'The 200 of a DELETE has an array for `involvedObject.name`.',
  catches: 'delete.200.body.status.resources.involvedObject.name',
  answer: onAccepted(setting('status.resources.0.involvedObject.name', ['node-local-dns'])),
} as const satisfies Deviation;
