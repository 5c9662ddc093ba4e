import { onAccepted, removing } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const missingPhase = {
  name: 'missing-phase',
  title: 'The 200 of a DELETE has no `status.phase`.',
  catches: 'delete.200.body.status.phase',
  answer: onAccepted(removing('status.phase')),
} as const satisfies Deviation;
