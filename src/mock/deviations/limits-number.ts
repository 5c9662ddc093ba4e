import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const limitsNumber = {
  name: 'limits-number',
  title: 'The 200 of a DELETE has a number in `limits`.',
  catches: 'delete.200.body.status.resources.limits',
  answer: onAccepted(setting('status.resources.0.limits.cpu', 0.25)),
} as const satisfies Deviation;
