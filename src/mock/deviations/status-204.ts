import { onAccepted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const status204 = {
  name: 'status-204',
  title: 'An accepted DELETE is answered 204 without a body.',
  catches: 'delete.200.status',
  answer: onAccepted((answer) => ({ ...answer, status: 204, bytes: Buffer.alloc(0) })),
} as const satisfies Deviation;
