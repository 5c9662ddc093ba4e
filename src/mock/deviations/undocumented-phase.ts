import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const undocumentedPhase = {
  name: 'undocumented-phase',
  title: 'The 200 of a DELETE has a `status.phase` that is not among the options.',
  catches: 'delete.200.body.status.phase',
  answer: onAccepted(setting('status.phase', 'Terminating')),
} as const satisfies Deviation;
