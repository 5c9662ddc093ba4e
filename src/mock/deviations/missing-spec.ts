import { onAccepted, removing } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const missingSpec = {
  name: 'missing-spec',
  title: 'The 200 of a DELETE has no `spec`.',
  catches: 'delete.200.body.spec',
  answer: onAccepted(removing('spec')),
} as const satisfies Deviation;
