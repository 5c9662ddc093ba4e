import { onAccepted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const status202 = {
  name: 'status-202',
  title: 'An accepted DELETE is answered 202.',
  catches: 'delete.200.status',
  answer: onAccepted((answer) => ({ ...answer, status: 202 })),
} as const satisfies Deviation;
