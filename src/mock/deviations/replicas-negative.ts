import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const replicasNegative = {
  name: 'replicas-negative',
  title: 'The 200 of a DELETE counts -1 replicas.',
  catches: 'delete.200.body.status.resources.replicas',
  answer: onAccepted(setting('status.resources.0.replicas', -1)),
} as const satisfies Deviation;
