import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedUidNumber = {
  name: 'involved-uid-number',
  title: 'The 200 of a DELETE has a number for `involvedObject.uid`.',
  catches: 'delete.200.body.status.resources.involvedObject.uid',
  answer: onAccepted(setting('status.resources.0.involvedObject.uid', 7)),
} as const satisfies Deviation;
