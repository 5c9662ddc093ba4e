import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const phaseNull = {
  name: 'phase-null',
  title: 'The 200 of a DELETE has null for `status.phase`.',
  catches: 'delete.200.body.status.phase',
  answer: onAccepted(setting('status.phase', null)),
} as const satisfies Deviation;
