import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const badTimestamp = {
  name: 'bad-timestamp',
  title: 'The 200 of a DELETE says it was installed on 30 February.',
  catches: 'delete.200.body.metadata.creationTimestamp',
  answer: onAccepted(setting('metadata.creationTimestamp', '2025-02-30T12:29:18Z')),
} as const satisfies Deviation;
