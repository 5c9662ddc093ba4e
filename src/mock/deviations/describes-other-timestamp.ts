import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const describesOtherTimestamp = {
  name: 'describes-other-timestamp',
  title: 'The 200 of a DELETE says that the instance was installed at another time.',
  catches: 'delete.200.instance.creationTimestamp',
  answer: onAccepted(setting('metadata.creationTimestamp', '2024-05-06T07:08:09Z')),
} as const satisfies Deviation;
